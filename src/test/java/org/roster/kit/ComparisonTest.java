package org.roster.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static List<String> differences(String expected, String got) throws IOException {
        return Comparison.of(KitFiles.JSON.readTree(expected), KitFiles.JSON.readTree(got)).stream()
                .map(one -> one.at() + " " + one.expected() + " " + one.got())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"b\": [true, null]} | {\"b\": [true, null], \"a\": 1}",
                "\"<any>\" | null",
                "{\"a\": \"<any>\"} | {\"a\": {\"b\": 1}}",
                "\"<text>\" | \"x\"",
                "\"<uuid>\" | \"0196c2a4-5b3e-7d18-9f60-3a7b1c5d2e4f\"",
                "\"<objectid>\" | \"57c6eb28962f94a7caab8a22\"",
                "\"<number>\" | 0.5",
                "\"<number>\" | 1e-5",
                "\"<integer>\" | -2",
                "\"<boolean>\" | false",
                "\"<time>\" | \"2026-03-04T10:30:00Z\"",
                "\"<time>\" | \"2026-03-04T10:30:00.123456+02:00\"",
                "\"<time?>\" | null",
                "\"<python-time>\" | \"2017-05-08 19:21:13.381000+00:00\"",
                "\"<jwt>\" | \"a.b-.c_\"",
                "\"<token>\" | \"719b0aed-edd8-47d5-ada0-9e5f93cb8247\"",
                "\"https://a/users/<uuid>?n=<integer>\" | \"https://a/users/0196c2a4-5b3e-7d18-9f60-3a7b1c5d2e4f?n=2\"",
                "\"Bearer <word>\" | \"Bearer <word>\"",
                "{\"a\": 1, \"...\": \"<any>\"} | {\"a\": 1, \"b\": 2, \"c\": null}",
                "{\"a\": 1, \"...\": \"<number>\"} | {\"a\": 1}",
                "[1, \"...\"] | [1, 2, 3]",
                "[\"...\", 2, \"...\"] | [1, 2, 3]",
                "[\"...\", {\"a\": \"<text>\"}] | [1, 2, {\"a\": \"x\"}]",
                "[\"...\"] | []"
            })
    void whatIsExpectedDoesNotDiffer(String expected, String got) throws IOException {
        assertThat(differences(expected, got)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1} | {\"a\": 2} | /a 1 2",
                "{\"a\": 1} | {\"a\": \"1\"} | /a 1 \"1\"",
                "{\"a\": 1} | {\"a\": 1.0} | /a 1 1.0",
                "{\"a\": null} | {} | '/a null '",
                "{\"a\": \"<any>\"} | {} | '/a \"<any>\" '",
                "{} | {\"a\": null} | /a  null",
                "{\"a/b~\": 1} | {\"a/b~\": 2} | /a~1b~0 1 2",
                "[1, 2] | [1] | '/1 2 '",
                "[1] | [1, 2] | /1  2",
                "[1] | {\"0\": 1} | ' [1] {\"0\":1}'",
                "\"<text>\" | \"\" | ' \"<text>\" \"\"'",
                "\"<text>\" | 1 | ' \"<text>\" 1'",
                "\"<number>\" | \"1\" | ' \"<number>\" \"1\"'",
                "\"<integer>\" | 1.5 | ' \"<integer>\" 1.5'",
                "\"<time>\" | \"2026-03-04 10:30:00Z\" | ' \"<time>\" \"2026-03-04 10:30:00Z\"'",
                "\"<time>\" | null | ' \"<time>\" null'",
                "\"<token>\" | \"short\" | ' \"<token>\" \"short\"'",
                "\"n <integer>\" | \"n x\" | ' \"n <integer>\" \"n x\"'",
                "{\"...\": \"<number>\"} | {\"a\": \"x\"} | /a \"<number>\" \"x\"",
                "[\"...\", 4, \"...\"] | [1, 2] | ' [\"...\",4,\"...\"] [1,2]'"
            })
    void whatDiffersIsNamedByItsPlace(String expected, String got, String difference) throws IOException {
        assertThat(differences(expected, got)).containsExactly(difference);
    }

    @Test
    void everyDifferenceIsNamed() throws IOException {
        assertThat(differences("{\"a\": 1, \"b\": {\"c\": [1, 2]}}", "{\"b\": {\"c\": [1, 3], \"d\": 4}}"))
                .containsExactly("/a 1 ", "/b/c/1 2 3", "/b/d  4");
    }
}
