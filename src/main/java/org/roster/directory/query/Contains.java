package org.roster.directory.query;

import org.roster.constraint.Names;

/** "Contains this text", as the query language asks it: whatever was sent is taken literally. */
public final class Contains {

    /** What follows a {@code like}, so that the escape is the same on every database. */
    public static final String ESCAPE = " escape '!'";

    private Contains() {}

    /** The pattern for a column that holds folded names. */
    public static String folded(String text) {
        return literal(Names.fold(text));
    }

    /** The pattern for a column that is taken as it is. */
    public static String literal(String text) {
        return '%' + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
    }
}
