/**
 * What all contracts share on the wire: choosing the contract before anything is matched, turning every failure into
 * that contract's own words, strict JSON, limits, headers. It knows no contract by name.
 */
@NullMarked
package org.roster.http;

import org.jspecify.annotations.NullMarked;
