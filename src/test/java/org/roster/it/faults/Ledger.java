package org.roster.it.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the database holds of users whose names begin with a prefix, against what was acknowledged.
 *
 * @param rows how many there are
 * @param lost acknowledged and not there
 * @param doubled there more than once
 * @param halves users whose login name, event or delivery is missing or there twice, and events without a user
 */
record Ledger(int rows, Set<String> lost, List<String> doubled, List<String> halves) {

    private static final String NAMES = "select username from user_account where username like ?";

    private static final String WITHOUT_LOGIN = "select u.username from user_account u left join login_name n"
            + " on n.user_id = u.id where u.username like ? group by u.id, u.username having count(n.name_key) <> 1";

    private static final String WITHOUT_EVENT = "select u.username from user_account u left join audit_record a"
            + " on a.subject_id = u.id and a.type = 'user.created' where u.username like ?"
            + " group by u.id, u.username having count(a.id) <> 1";

    private static final String WITHOUT_USER = "select a.id from audit_record a left join user_account u"
            + " on u.id = a.subject_id where a.type = 'user.created' and u.id is null and a.type like ?";

    private static final String WITHOUT_DELIVERY = "select u.username from user_account u left join webhook_delivery d"
            + " on d.subject_id = u.id and d.event_type = 'user.created' where u.username like ?"
            + " group by u.id, u.username having count(d.id) <> 1";

    static Ledger read(Connection connection, String prefix, Set<String> acknowledged, boolean deliveries)
            throws SQLException {
        var names = texts(connection, NAMES, prefix + "%");
        var once = new TreeSet<>(names);
        var lost = new TreeSet<>(acknowledged);
        lost.removeAll(once);
        var doubled = new ArrayList<>(names);
        once.forEach(doubled::remove);
        var halves = new ArrayList<String>();
        halves.addAll(texts(connection, WITHOUT_LOGIN, prefix + "%"));
        halves.addAll(texts(connection, WITHOUT_EVENT, prefix + "%"));
        halves.addAll(texts(connection, WITHOUT_USER, "%"));
        if (deliveries) {
            halves.addAll(texts(connection, WITHOUT_DELIVERY, prefix + "%"));
        }
        return new Ledger(names.size(), lost, doubled, halves);
    }

    /** Whether nothing is lost, doubled or half. */
    boolean whole() {
        return lost.isEmpty() && doubled.isEmpty() && halves.isEmpty();
    }

    private static List<String> texts(Connection connection, String sql, String parameter) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    @Override
    public String toString() {
        return "rows=" + rows + " lost=" + lost.size() + " duplicated=" + doubled.size() + " half=" + halves.size();
    }
}
