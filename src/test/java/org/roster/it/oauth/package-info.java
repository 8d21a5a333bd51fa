/** The token service over HTTP. */
package org.roster.it.oauth;
