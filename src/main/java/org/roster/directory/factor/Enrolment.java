package org.roster.directory.factor;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a device needs to know to make codes; shown once.
 *
 * @param secret the seed in base 32 (RFC 4648 section 6), for typing it in
 * @param uri the same as an {@code otpauth} address, which authenticator applications read from the picture
 */
public record Enrolment(String secret, String uri) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BORDER = 4;

    static Enrolment of(byte[] seed, String issuer, String account) {
        var secret = base32(seed);
        var uri = "otpauth://totp/" + encoded(issuer) + ':' + encoded(account) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + TimeBasedCodes.DIGITS + "&period="
                + TimeBasedCodes.STEP.toSeconds();
        return new Enrolment(secret, uri);
    }

    /** The address as a QR code (ISO/IEC 18004): an SVG document, dark on light whatever surrounds it. */
    public String picture() {
        var code = QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * BORDER;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h" + size + 'v' + size + "h-" + size
                + "z\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            bits = bits << 8 | one & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt(bits >> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        return text.toString(); // a seed of 20 bytes fills its last digit
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Enrolment"; // never the seed
    }
}
