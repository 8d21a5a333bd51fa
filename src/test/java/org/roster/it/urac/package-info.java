/** The urac contract over HTTP, against its published document and what was measured of its code. */
package org.roster.it.urac;
