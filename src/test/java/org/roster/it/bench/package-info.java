/**
 * What operations cost, in CPU time of the server and its database, and the same for Keycloak in the same run. Not a part of the
 * ordinary tests: {@code mvn verify -Pbench}, see {@code docs/operate/performance.md}.
 */
@NullMarked
package org.roster.it.bench;

import org.jspecify.annotations.NullMarked;
