/**
 * Who is asking. Whatever credential a request carried, it ends as one {@link org.roster.caller.Caller} with a tenant and scopes; nothing behind the HTTP layer knows which credential it was.
 */
@NullMarked
package org.roster.caller;

import org.jspecify.annotations.NullMarked;
