package org.roster.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are of the public internet. For version 4 the ranges that IANA registers for special purposes (RFC 6890)
 * are taken out; of version 6 only what is allocated as global unicast (2000::/3) is left, less what carries or serves
 * something else.
 */
final class Addresses {

    private static final List<Range> NOT_PUBLIC = List.of(
            Range.of("0.0.0.0", 8), // this host
            Range.of("10.0.0.0", 8), // private, RFC 1918
            Range.of("100.64.0.0", 10), // shared by providers, RFC 6598; a cloud's metadata at 100.100.100.200
            Range.of("127.0.0.0", 8), // loopback
            Range.of("168.63.129.16", 32), // the host of a virtual machine, in one cloud
            Range.of("169.254.0.0", 16), // link-local; most clouds' metadata
            Range.of("172.16.0.0", 12), // private
            Range.of("192.0.0.0", 24), // protocol assignments
            Range.of("192.0.2.0", 24), // documentation, RFC 5737
            Range.of("192.88.99.0", 24), // relays of 6to4, RFC 7526
            Range.of("192.168.0.0", 16), // private
            Range.of("198.18.0.0", 15), // benchmarks, RFC 2544
            Range.of("198.51.100.0", 24), // documentation
            Range.of("203.0.113.0", 24), // documentation
            Range.of("224.0.0.0", 3), // multicast, reserved, broadcast
            Range.of("2001::", 23), // protocol assignments, with Teredo
            Range.of("2001:db8::", 32), // documentation
            Range.of("2002::", 16), // 6to4, which carries an address of version 4
            Range.of("3fff::", 20)); // documentation, RFC 9637

    private static final Range GLOBAL_UNICAST = Range.of("2000::", 3);
    private static final Range NAT64 = Range.of("64:ff9b::", 96); // RFC 6052

    private Addresses() {}

    /** Whether an address is one of the public internet, also what it carries of version 4. */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address && NAT64.holds(address)) {
            return isPublic(carried(address));
        }
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address))
                && NOT_PUBLIC.stream().noneMatch(range -> range.holds(address));
    }

    /** The last 32 bits. Addresses of version 4 that are mapped (RFC 4291, 2.5.5.2) are unwrapped by the platform itself. */
    private static InetAddress carried(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Addresses that begin with the same bits. */
    private record Range(byte[] prefix, int bits) {

        static Range of(String address, int bits) {
            try {
                return new Range(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(address, e);
            }
        }

        boolean holds(InetAddress other) {
            var bytes = other.getAddress();
            if (bytes.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
