/** The econtext contract over HTTP. */
package org.roster.it.econtext;
