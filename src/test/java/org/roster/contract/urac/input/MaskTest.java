package org.roster.contract.urac.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.http.FailureException;
import org.roster.http.Json;

/** The answers of the original's input mask, as they were measured on its code. */
class MaskTest {

    private static final String TENANT = "tId=5551aca9e179c39b760f7a1a&tCode=DBTN";
    private static final String JOHN = """
            {"username": "john", "firstName": "John", "lastName": "Doe", "email": "johndoe@domain.com"%s}""";
    private static final String JOHN_FORM = "username=john&firstName=John&lastName=Doe&email=johndoe@domain.com";

    /** What a good request of the published document becomes. */
    private static final String TAKEN = """
            {"username": "john", "firstName": "John", "lastName": "Doe", "email": "johndoe@domain.com"%s,
             "tId": "5551aca9e179c39b760f7a1a", "tCode": "DBTN"}""";

    private static final String INVALID = "Validation failed for field: ";

    /** The endpoints whose answers were measured. */
    private interface Measured {

        @Takes({
            "username: body.username; required; string /^[a-zA-Z0-9_-]+$/",
            "firstName: body.firstName; required; string",
            "lastName: body.lastName; required; string",
            "email: body.email; required; string fmt=email",
            "profile: body.profile; optional; object",
            "groups: body.groups; optional; array of string",
            "status: body.status; optional default pendingNew; string enum[active,inactive,pendingNew]",
            "password: body.password; optional; string",
            "confirmation: body.confirmation; optional; string",
            "pin: body.pin; optional; object {code*: string, allowed*: boolean} closed",
            "tId: query.tId or body.tId; required; string",
            "tCode: query.tCode or body.tCode; required; string"
        })
        void addUser();

        @Takes({
            "code: body.code; required; string fmt=alphanumeric maxLength=20",
            "name: body.name; required; string",
            "description: body.description; required; string",
            "config: body.config; required; object {allowedPackages: any, allowedEnvironments: any}",
            "tId: query.tId or body.tId; required; string",
            "tCode: query.tCode or body.tCode; required; string"
        })
        void addGroup();

        @Takes({
            "tId: query.tId; optional; string",
            "config: query.config; optional; boolean",
            "start: query.start; optional default 0; integer",
            "limit: query.limit; optional default 1000; integer",
            "keywords: query.keywords or body.keywords; optional; string"
        })
        void listUsers();
    }

    @Test
    void thePublishedFormPasses() {
        assertThat(form("addUser", TENANT, JOHN_FORM)).isEqualTo(taken(""));
    }

    @Test
    void thePublishedFieldsPassAsJson() {
        assertThat(json("addUser", TENANT, JOHN.formatted(""))).isEqualTo(taken(""));
    }

    @Test
    void theTenantMayStandInTheBody() {
        var body = JOHN.formatted(", \"tId\": \"5551aca9e179c39b760f7a1a\", \"tCode\": \"DBTN\"");

        assertThat(json("addUser", "", body)).isEqualTo(taken(""));
    }

    @Test
    void ofQueryAndBodyTheQueryWins() {
        var body = JOHN.formatted(", \"tId\": \"other\", \"tCode\": \"OTHER\"");

        assertThat(json("addUser", TENANT, body)).isEqualTo(taken(""));
    }

    @Test
    void withoutATenantBothItsFieldsAreMissing() {
        assertMissing(said("addUser", "", JOHN.formatted("")), "tId, tCode");
    }

    @Test
    void whatIsMissingIsNamedInTheOrderOfTheSchema() {
        assertMissing(
                said("addUser", "", JOHN.formatted("").replace("\"username\": \"john\", ", "")),
                "username, tId, tCode");
    }

    @Test
    void nullIsMissing() {
        assertMissing(said("addUser", TENANT, JOHN.formatted("").replace("\"johndoe@domain.com\"", "null")), "email");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"email\": \"johndoe\" | email | instance does not conform to the \"email\" format",
                "\"username\": \"john doe\" | username | instance does not match pattern {}",
                "\"username\": \"john@doe\" | username | instance does not match pattern {}",
                "\"username\": \"\" | username | instance does not match pattern {}",
                "\"status\": \"gone\" | status | instance is not one of enum values: active,inactive,pendingNew",
                "\"profile\": \"{}\" | profile | instance is not of a type(s) object",
                "\"groups\": \"AAAA\" | groups | instance is not of a type(s) array",
                "\"groups\": [\"AAAA\", 1] | groups | instance[1] is not of a type(s) string",
                "\"pin\": {\"code\": \"1234\"} | pin | instance.allowed is required",
                "\"pin\": {\"code\": 1234, \"allowed\": true} | pin | instance.code is not of a type(s) string",
                "\"pin\": {\"code\": \"1234\", \"allowed\": true, \"x\": 1} | pin "
                        + "| instance additionalProperty \"x\" exists in instance when not allowed",
                "\"pin\": {} | pin | instance.code is required -> The parameter 'pin' failed due to: instance.allowed is required",
                "\"firstName\": 5 | firstName | instance is not of a type(s) string",
                "\"tId\": [] | tId | instance is not of a type(s) string"
            })
    void aValueThatDoesNotFitIsToldOf(String member, String field, String fault) {
        var name = member.substring(0, member.indexOf(':'));
        var body = JOHN.formatted(", \"tId\": \"5551aca9e179c39b760f7a1a\"")
                        .replaceAll(name + ": \"[^\"]*\"(, )?", "")
                        .replaceFirst("(, )?}$", ", ")
                + member + "}";

        var refused = said("addUser", field.equals("tId") ? "tCode=DBTN" : TENANT, body);

        assertThat(refused.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("173");
            assertThat(violation.message())
                    .isEqualTo(INVALID + field + " -> The parameter '" + field + "' failed due to: " + fault);
        });
    }

    @Test
    void ofSeveralThatDoNotFitTheFirstIsToldOfInFull() {
        var body = JOHN.formatted("").replace("john\"", "john doe\"").replace("@", "");

        assertThat(said("addUser", TENANT, body).failure().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .isEqualTo(INVALID + "username -> The parameter 'username' failed due to:"
                                + " instance does not match pattern {}, email"));
    }

    @Test
    void whatIsMissingIsToldOfBeforeWhatDoesNotFit() {
        var body = JOHN.formatted("").replace("\"username\": \"john\", ", "").replace("@", "");

        assertThat(said("addUser", TENANT, body).failure().violations())
                .extracting(violation -> violation.field() + ' ' + violation.message())
                .containsExactly(
                        "172 Missing required field: username",
                        "173 " + INVALID + "email -> The parameter 'email' failed due to:"
                                + " instance does not conform to the \"email\" format");
    }

    @Test
    void aTextForAnObjectIsNoneInAFormEither() {
        assertThat(saidOfForm("addUser", JOHN_FORM + "&profile={}").failure().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .isEqualTo(INVALID + "profile -> The parameter 'profile' failed due to:"
                                + " instance is not of a type(s) object"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groups=AAAA,BBBB | \"AAAA\", \"BBBB\"",
                "groups=AAAA | \"AAAA\"", // the original falls over this one
                "groups=AAAA&groups=BBBB | \"AAAA\", \"BBBB\"",
                "groups[]=AAAA&groups[]=BBBB | \"AAAA\", \"BBBB\"",
                "groups[1]=BBBB&groups[0]=AAAA | \"AAAA\", \"BBBB\"",
                "groups%5B%5D=AAAA | \"AAAA\""
            })
    void aFormSpellsAListInSeveralWays(String groups, String elements) {
        assertThat(form("addUser", TENANT, JOHN_FORM + '&' + groups)
                        .get("groups")
                        .toString()
                        .replace(",", ", "))
                .isEqualTo('[' + elements + ']');
    }

    @Test
    void aFormSpellsAnObjectWithBrackets() {
        assertThat(form("addUser", TENANT, JOHN_FORM + "&pin[code]=1234&pin[allowed]=true")
                        .get("pin")
                        .toString())
                .isEqualTo("{\"code\":\"1234\",\"allowed\":true}");
    }

    @Test
    void anEmptyUserNameInAFormIsThere() {
        assertThat(saidOfForm("addUser", JOHN_FORM.replace("john&", "&"))
                        .failure()
                        .violations()
                        .get(0)
                        .message())
                .isEqualTo(INVALID + "username -> The parameter 'username' failed due to:"
                        + " instance does not match pattern {}");
    }

    @Test
    void fieldsThatNobodyAskedForArePassedOver() {
        assertThat(json("addUser", TENANT, JOHN.formatted(", \"id\": 5"))).isEqualTo(taken(""));
    }

    @Test
    void aCodeIsAlphanumeric() {
        var body = "{\"code\": \"A-B\", \"name\": \"a\", \"description\": \"b\", \"config\": {}}";

        assertThat(said("addGroup", TENANT, body).failure().violations().get(0).message())
                .isEqualTo(INVALID + "code -> The parameter 'code' failed due to:"
                        + " instance does not conform to the \"alphanumeric\" format");
    }

    @Test
    void aCodeHasAtMostTwentyCharacters() {
        var body = "{\"code\": \"" + "A".repeat(21) + "\", \"name\": \"a\", \"description\": \"b\", \"config\": {}}";

        assertThat(said("addGroup", TENANT, body).failure().violations().get(0).message())
                .isEqualTo(INVALID + "code -> The parameter 'code' failed due to:"
                        + " instance does not meet maximum length of 20");
    }

    @Test
    void boundsOfNumbersAreNoneOfTheMasks() {
        assertThat(json("listUsers", "tId=a&start=-1&limit=5000&config=true", "{}"))
                .isEqualTo(tree("{\"tId\": \"a\", \"config\": true, \"start\": -1, \"limit\": 5000}"));
    }

    @Test
    void whatIsNoNumberIsToldOf() {
        assertThat(said("listUsers", "start=x", "{}")
                        .failure()
                        .violations()
                        .get(0)
                        .message())
                .isEqualTo(
                        INVALID + "start -> The parameter 'start' failed due to: instance is not of a type(s) integer");
    }

    @Test
    void aRepeatedQueryFieldIsAList() {
        assertThat(said("addUser", TENANT + "&tId=b", JOHN.formatted(""))
                        .failure()
                        .violations()
                        .get(0)
                        .message())
                .isEqualTo(INVALID + "tId -> The parameter 'tId' failed due to: instance is not of a type(s) string");
    }

    private static JsonNode taken(String more) {
        var taken = (ObjectNode) tree(TAKEN.formatted(more));
        taken.put("status", "pendingNew");
        return taken;
    }

    private static void assertMissing(FailureException refused, String fields) {
        assertThat(refused.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("172");
            assertThat(violation.message()).isEqualTo("Missing required field: " + fields);
        });
    }

    private static FailureException said(String endpoint, String query, String body) {
        return catchThrowableOfType(FailureException.class, () -> json(endpoint, query, body));
    }

    private static FailureException saidOfForm(String endpoint, String body) {
        return catchThrowableOfType(FailureException.class, () -> form(endpoint, TENANT, body));
    }

    private static JsonNode json(String endpoint, String query, String body) {
        return mask(endpoint).apply(FormTree.read(query), (ObjectNode) tree(body), true);
    }

    private static JsonNode form(String endpoint, String query, String body) {
        return mask(endpoint).apply(FormTree.read(query), FormTree.read(body), false);
    }

    private static Mask mask(String endpoint) {
        try {
            return Mask.of(Measured.class.getDeclaredMethod(endpoint).getAnnotation(Takes.class));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
