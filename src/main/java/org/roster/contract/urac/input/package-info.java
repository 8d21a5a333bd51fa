/**
 * The input mask of SOAJS: which fields an endpoint takes, from where, and what must hold of them. It answers as the
 * original's does (soajs 2.4.12 over jsonschema 1.1.1), text by text. An endpoint declares its fields with {@link
 * org.roster.contract.urac.input.Takes}; what came through the mask is read from {@link
 * org.roster.contract.urac.input.UracInput}.
 */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac.input;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.urac.UracContract;
import org.roster.http.Speaks;
