import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Verifies an exported audit trail of Roster's without Roster, its database and any library:
 *
 * <pre>
 * java VerifyAuditTrail.java trail.ndjson                            follows the chain
 * java VerifyAuditTrail.java trail.ndjson checkpoint.txt key.json    and compares it with a signed checkpoint
 * </pre>
 *
 * The first file is the answer of /v1/audit/export, of all pages one after the other; the second holds the text of a
 * checkpoint; the third is the answer of /v1/audit/key, best kept from the time of the checkpoint. It prints what is wrong,
 * a line each, and ends with 0 if nothing is, with 1 if something is, and with 2 if it could not look.
 */
public final class VerifyAuditTrail {

    private static final HexFormat HEX = HexFormat.of();

    private long expected = -1;
    private String previous = "";
    private int wrong;
    private final Map<Long, String> links = new HashMap<>();
    private final Map<Long, Set<String>> takenOut = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    public static void main(String[] arguments) {
        if (arguments.length != 1 && arguments.length != 3) {
            System.err.println("java VerifyAuditTrail.java trail.ndjson [checkpoint.txt key.json]");
            System.exit(2);
        }
        try {
            var verification = new VerifyAuditTrail();
            try (var lines = Files.lines(Path.of(arguments[0]))) {
                lines.filter(line -> !line.isBlank()).forEach(line -> verification.row(Json.object(line)));
            }
            verification.erasures();
            if (arguments.length == 3) {
                verification.checkpoint(
                        Files.readString(Path.of(arguments[1])).strip(),
                        Json.object(Files.readString(Path.of(arguments[2]))));
            }
            System.out.println(verification.links.size() + " rows, " + verification.wrong + " wrong");
            System.exit(verification.wrong == 0 ? 0 : 1);
        } catch (Exception e) {
            System.err.println("cannot be read: " + e);
            System.exit(2);
        }
    }

    private void row(Map<String, String> row) {
        long seq = Long.parseLong(row.get("seq"));
        if (expected < 0) {
            // The first row of a trail hangs on 32 zero bytes; of an excerpt it is taken as it is.
            previous = seq == 1 ? "00".repeat(32) : "";
        } else if (seq != expected) {
            wrong(expected, "rows are missing or out of order: the next one is " + seq);
            previous = "";
        }
        var salt = HEX.parseHex(row.get("salt"));
        boolean noActor = zeros(salt, 0, 16);
        boolean noValues = zeros(salt, 16, 32);
        if (!noActor && !row.get("actorDigest").equals(actorDigest(salt, row))
                || !noValues && !row.get("valuesDigest").equals(valuesDigest(salt, row))) {
            wrong(seq, "its values or its actor are not what they were");
        }
        if (!previous.isEmpty() && !row.get("link").equals(link(previous, row))) {
            wrong(seq, "it is not the row that was sealed at this place");
        }
        var people = new HashSet<String>();
        if (noActor) {
            people.add(row.get("actor"));
        }
        if (noValues) {
            people.add(row.get("subject"));
        }
        takenOut.put(seq, people);
        if (row.get("type").equals("user.erased")) {
            erased.add(row.get("subject"));
        }
        links.put(seq, row.get("link"));
        previous = row.get("link");
        expected = seq + 1;
    }

    /** What was taken out of rows must be accounted for by an erasure; a guest's may stand in the trail of its own tenant. */
    private void erasures() {
        takenOut.forEach((seq, people) -> {
            if (!erased.containsAll(people)) {
                System.out.println(seq + ": values were taken out; this trail tells of no erasure for it");
            }
        });
    }

    private void checkpoint(String text, Map<String, String> key) throws Exception {
        var parts = text.split("\\.");
        var prefix = HEX.parseHex("302a300506032b6570032100"); // SubjectPublicKeyInfo of Ed25519, RFC 8410
        var raw = Base64.getUrlDecoder().decode(key.get("x"));
        var encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
            wrong(0, "the checkpoint was not signed with this key");
            return;
        }
        var claims = Json.object(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        long seq = Long.parseLong(claims.get("seq"));
        if (!claims.get("link").equals(links.get(seq))) {
            wrong(seq, links.containsKey(seq) ? "the checkpoint speaks of another trail" : "the trail ends before the checkpoint");
        }
    }

    private static String link(String previous, Map<String, String> row) {
        return sha256(String.join(
                        "\n",
                        "roster-audit-1",
                        previous,
                        row.get("seq"),
                        row.get("tenant"),
                        row.get("id"),
                        row.get("at"),
                        row.get("type"),
                        row.get("subjectType"),
                        row.get("subject"),
                        row.get("actorKind"),
                        row.get("actor"),
                        row.get("contract"),
                        row.get("requestId"),
                        row.get("actorDigest"),
                        row.get("valuesDigest"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String actorDigest(byte[] salt, Map<String, String> row) {
        return sha256(Arrays.copyOfRange(salt, 0, 16), utf8(row.get("actorName")));
    }

    private static String valuesDigest(byte[] salt, Map<String, String> row) {
        return sha256(
                Arrays.copyOfRange(salt, 16, 32), utf8(row.get("before")), new byte[1], utf8(row.get("after")));
    }

    private static byte[] utf8(String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean zeros(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }

    private static String sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HEX.formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wrong(long seq, String what) {
        wrong++;
        System.out.println(seq + ": " + what);
    }

    /** As much of JSON (RFC 8259) as a flat object needs: texts, numbers, true, false and null. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Map<String, String> object(String text) {
            var json = new Json(text);
            var members = new HashMap<String, String>();
            json.expect('{');
            while (json.peek() != '}') {
                var name = json.string();
                json.expect(':');
                members.put(name, json.peek() == '"' ? json.string() : json.word());
                if (json.peek() == ',') {
                    json.at++;
                }
            }
            return members;
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }

        private void expect(char wanted) {
            if (peek() != wanted) {
                throw new IllegalArgumentException("no JSON object: " + text);
            }
            at++;
        }

        private String word() {
            int from = at;
            while (",}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var word = text.substring(from, at).strip();
            return word.equals("null") ? null : word;
        }

        private String string() {
            expect('"');
            var read = new StringBuilder();
            while (text.charAt(at) != '"') {
                char next = text.charAt(at++);
                if (next != '\\') {
                    read.append(next);
                    continue;
                }
                char escaped = text.charAt(at++);
                int known = "\"\\/bfnrt".indexOf(escaped);
                if (known >= 0) {
                    read.append("\"\\/\b\f\n\r\t".charAt(known));
                } else {
                    read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
            }
            at++;
            return read.toString();
        }
    }
}
