package org.roster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private final Variables variables = Variables.of(URI.create("http://localhost"), Map.of("name", "jane doe"));

    private RequestBody body(String members) throws JsonProcessingException {
        var request =
                KitFiles.JSON.readValue("{\"method\": \"POST\", \"path\": \"/\"" + members + "}", KitRequest.class);
        return RequestBody.of(request, variables);
    }

    @Test
    void jsonIsWrittenAsItIs() throws JsonProcessingException {
        var body = body(", \"json\": {\"a\": \"{{name}}\", \"b\": null}");

        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("{\"a\":\"jane doe\",\"b\":null}");
    }

    @Test
    void aFormMayGiveANameSeveralTimes() throws JsonProcessingException {
        var body = body(", \"form\": {\"a\": \"{{name}}\", \"b[]\": [\"1\", \"&\"]}");

        assertThat(body.mediaType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("a=jane+doe&b%5B%5D=1&b%5B%5D=%26");
    }

    @Test
    void aMultipartFormHasOnePartForEachMember() throws JsonProcessingException {
        var body = body(", \"multipart\": {\"a\": \"{{name}}\"}");

        assertThat(body.mediaType()).isEqualTo("multipart/form-data; boundary=----the-contract-kit");
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("""
                ------the-contract-kit\r
                Content-Disposition: form-data; name="a"\r
                \r
                jane doe\r
                ------the-contract-kit--\r
                """);
    }

    @Test
    void aTextIsSentAsItStands() throws JsonProcessingException {
        var body = body(", \"text\": \"{not json\", \"type\": \"text/plain\"");

        assertThat(body.mediaType()).isEqualTo("text/plain");
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("{not json");
    }

    @Test
    void withoutABodyThereIsNoMediaType() throws JsonProcessingException {
        assertThat(body("").mediaType()).isNull();
        assertThat(body("").bytes()).isEmpty();
    }
}
