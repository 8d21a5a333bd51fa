package org.roster.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose address a request has. A proxy says whom it speaks for, in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For};
 * it is believed only if the operator trusts it, and so is each one before it: the address is the last that a trusted proxy has
 * seen, whatever stands to its left. Open Liberty has done the same before, and then nothing is left to do; not every server
 * can (decision 024).
 */
@ApplicationScoped
class ClientAddress {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::\\d+)?|([0-9.]+):\\d+");
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=(\"[^\"]*\"|[^;\\s]*)");

    @Inject
    @ConfigProperty(name = "ROSTER_TRUSTED_PROXIES", defaultValue = "none")
    String trustedProxies;

    private Pattern trusted = Pattern.compile("none");

    @PostConstruct
    void read() {
        trusted = Pattern.compile(trustedProxies);
    }

    String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (!trusts(address)) {
            return address;
        }
        for (String hop : hops(request)) {
            if (!ADDRESS.matcher(hop).matches()) {
                return address; // unknown or hidden: what is further left nobody vouches for
            }
            address = hop;
            if (!trusts(address)) {
                return address;
            }
        }
        return address;
    }

    private boolean trusts(String address) {
        return trusted.matcher(address).matches();
    }

    /** Whom the proxies speak for, the nearest first. */
    private static List<String> hops(HttpServletRequest request) {
        var forwarded = elements(request, "Forwarded").stream()
                .map(ClientAddress::forOf)
                .toList();
        var hops = new ArrayList<>(forwarded.isEmpty() ? elements(request, "X-Forwarded-For") : forwarded);
        Collections.reverse(hops);
        return hops.stream().map(ClientAddress::bare).toList();
    }

    private static List<String> elements(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .toList();
    }

    private static String forOf(String element) {
        var node = FOR.matcher(element);
        return node.find() ? node.group(1).replace("\"", "") : "";
    }

    /** Without port and brackets. */
    private static String bare(String node) {
        var text = node.strip();
        var matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
