/** The token endpoint: a request read as league/oauth2-server reads it, granted, or refused in its words. */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys.token;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.http.Speaks;
