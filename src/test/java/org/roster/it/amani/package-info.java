/** The contract of Amani over HTTP: its published page, the conventions of its framework, and what must not be possible. */
package org.roster.it.amani;
