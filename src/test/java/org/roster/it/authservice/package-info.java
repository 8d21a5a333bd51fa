/** The contract authservice over HTTP, by resource. */
package org.roster.it.authservice;
