package org.roster.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param contract the contract that it speaks
 * @param path its path under that contract's mount, as it is encoded in the request
 * @param tenant the code of the tenant that the mapped host names, or null
 * @param hostMapped whether the host name was given to this contract by the operator
 */
public record Route(
        Contract contract, String path, @Nullable String tenant, boolean hostMapped) {}
