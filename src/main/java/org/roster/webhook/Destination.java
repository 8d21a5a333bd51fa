package org.roster.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.roster.refusal.Refusal;

/**
 * An address to send to, taken apart once and strictly, so that nobody after this reads it another way.
 *
 * @param host a name in small letters, or a literal address without brackets
 * @param path with the query, as it goes into the request line
 */
record Destination(boolean tls, String host, int port, String path) {

    private static final String FIELD = "url";
    private static final int MAX = 2048;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Set<Integer> PORTS = Set.of(HTTPS, 8443);
    private static final int FIRST_UNPRIVILEGED = 1024;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern V6 = Pattern.compile("[0-9a-f:.]+");

    /**
     * @param trusted hosts of the operator's own, which may speak plain HTTP on a port of their own
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for what is no such address
     */
    static Destination of(String url, Set<String> trusted) {
        var uri = parsed(url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var host = host(uri.getHost());
        boolean own = trusted.contains(host);
        if (!scheme.equals("https") && !(own && scheme.equals("http"))) {
            throw Refusal.invalid(FIELD, "must begin with https://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw Refusal.invalid(FIELD, "must hold neither a user nor a fragment");
        }
        boolean tls = scheme.equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        if (!PORTS.contains(port) && !(own && (port == HTTP || port >= FIRST_UNPRIVILEGED && port <= 0xffff))) {
            throw Refusal.invalid(FIELD, "must be on port 443 or 8443");
        }
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(tls, host, port, uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery());
    }

    /** Where it is, without what may be secret in its path. */
    String origin() {
        return (tls ? "https://" : "http://") + authority();
    }

    /** The value of {@code Host} (RFC 9110, 7.2). */
    String authority() {
        var name = host.contains(":") ? '[' + host + ']' : host;
        return port == (tls ? HTTPS : HTTP) ? name : name + ':' + port;
    }

    private static URI parsed(String url) {
        if (url.length() > MAX || !url.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw Refusal.invalid(FIELD, "must be an address of at most " + MAX + " ASCII characters");
        }
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw Refusal.invalid(FIELD, "must be an address such as https://hooks.example.com/roster");
        }
    }

    private static String host(String given) {
        var host = given == null ? "" : given.toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            var literal = host.substring(1, host.length() - 1);
            if (V6.matcher(literal).matches()) {
                return literal;
            }
        } else if (named(host)) {
            return host;
        }
        throw Refusal.invalid(FIELD, "must name a host, or a literal address in its usual spelling");
    }

    /** A name whose last label is no number, or four plain decimal numbers; 0x7f.1, 127.1 and 0177.0.0.1 are neither. */
    private static boolean named(String host) {
        var labels = host.split("\\.", -1);
        var last = labels[labels.length - 1];
        if (last.matches("[0-9]+|0x[0-9a-f]*")) {
            if (labels.length != 4) {
                return false;
            }
            for (String label : labels) {
                if (!OCTET.matcher(label).matches() || Integer.parseInt(label) > 255) {
                    return false;
                }
            }
            return true;
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return host.length() <= 253;
    }
}
