/**
 * Texts for people: templates without logic, and words by language. Pages and mails are made of them; what they are for is
 * unknown here.
 */
@NullMarked
package org.roster.text;

import org.jspecify.annotations.NullMarked;
