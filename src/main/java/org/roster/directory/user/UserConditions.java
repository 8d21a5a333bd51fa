package org.roster.directory.user;

import java.util.Map;
import org.roster.directory.query.Contains;

/** A filter's plain members in the words of the query language, over the user {@code u}. */
final class UserConditions {

    private UserConditions() {}

    /** The conditions, each beginning with "and"; their values join the parameters. */
    static String of(UserFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        if (filter.status() != null) {
            where.append(" and u.status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.open() != null) {
            where.append(filter.open() ? " and u.status in :open" : " and u.status not in :open");
            parameters.put("open", UserStatus.allOpen());
        }
        if (filter.group() != null) {
            where.append(" and exists (select p from Membership p where p.groupId = :group and p.userId = u.id)");
            parameters.put("group", filter.group());
        }
        if (filter.application() != null) {
            where.append(
                    " and exists (select s from Assignment s where s.applicationId = :application and s.userId = u.id)");
            parameters.put("application", filter.application());
        }
        if (filter.containing() != null) {
            where.append(" and (");
            for (String member : new String[] {"usernameKey", "emailKey", "givenNameKey", "familyNameKey"}) {
                where.append(where.charAt(where.length() - 1) == '(' ? "u." : " or u.")
                        .append(member)
                        .append(" like :part")
                        .append(Contains.ESCAPE);
            }
            where.append(')');
            parameters.put("part", Contains.folded(filter.containing()));
        }
        if (filter.emailContaining() != null) {
            where.append(" and u.emailKey like :emailPart").append(Contains.ESCAPE);
            parameters.put("emailPart", Contains.folded(filter.emailContaining()));
        }
        return where.toString();
    }
}
