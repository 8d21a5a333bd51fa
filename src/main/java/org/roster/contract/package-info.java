/** The published contracts, a package for each. None knows another. */
@NullMarked
package org.roster.contract;

import org.jspecify.annotations.NullMarked;
