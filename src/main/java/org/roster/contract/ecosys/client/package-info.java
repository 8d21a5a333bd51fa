/** Clients in this contract: the applications of the directory, with one grant type text and one redirect URI. */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys.client;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.http.Speaks;
