package org.roster.caller;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What counts as one address: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one of these has
 * all of its network (RFC 6177).
 */
public final class Networks {

    /** Nothing that would have to be asked of a name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private Networks() {}

    /** Whether an address is one of this machine's own. */
    public static boolean ofThisMachine(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** The network of an address, in a form of its own; the same for all that cannot be read. */
    public static String of(String address) {
        int zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        if (!LITERAL.matcher(literal).matches()) {
            return "elsewhere";
        }
        try {
            var parsed = InetAddress.getByName(literal);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return "elsewhere";
        }
    }
}
