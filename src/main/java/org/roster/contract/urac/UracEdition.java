package org.roster.contract.urac;

import java.util.regex.Pattern;

/** Which of the two published editions of urac an address belongs to. They share a path prefix, not their error numbers. */
public enum UracEdition {
    /** 2.4.12. */
    OLD,
    /** 4.1.24. */
    NEW;

    private static final Pattern OF_NEW = Pattern.compile("/urac/(?:"
            + "admin/(?:user|users|users/(?:ids|invite|uninvite)(?:/.*)?|user/.+|groups|groups/.+|group/tenant"
            + "|account/.+|tokens)"
            + "|user|user/.+|users|password/.+|validate/.+|emailToken|resend/code|email|invite|join/.*(?<!validate)"
            + "|account/(?:password|email|phone|email/code)|account)");

    /** The edition of a method and a mounted path; what both serve counts as the older one's. */
    public static UracEdition of(String method, String path) {
        boolean group = path.equals("/urac/admin/group") && !method.equals("GET");
        return group || OF_NEW.matcher(path).matches() ? NEW : OLD;
    }
}
