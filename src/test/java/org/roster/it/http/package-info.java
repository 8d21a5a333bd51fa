/** What holds for every contract, over HTTP. */
package org.roster.it.http;
