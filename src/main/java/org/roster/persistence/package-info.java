/**
 * What all stored things share: their identity and version, column converters, transactions, and the schema's migrations.
 */
@NullMarked
package org.roster.persistence;

import org.jspecify.annotations.NullMarked;
