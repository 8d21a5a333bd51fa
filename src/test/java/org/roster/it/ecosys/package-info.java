/** The contract of EcosysOAuthServer over HTTP, against transcripts of its document and of its code's answers. */
package org.roster.it.ecosys;
