package org.roster.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static final URI BASE = URI.create("http://localhost:9080");

    private final Variables variables = Variables.of(BASE, Map.of("admin", "Basic abc", "name", "jane doe/é+1@x"));

    @Test
    void aTextTakesTheValuesOfItsVariables() {
        assertThat(variables.fill("{{admin}} at {{base}}, {{ admin }}"))
                .isEqualTo("Basic abc at http://localhost:9080, {{ admin }}");
    }

    @Test
    void anAddressTakesThemEncoded() {
        assertThat(variables.fillPath("/users/{{name}}?q={{name}}"))
                .isEqualTo("/users/jane%20doe/%C3%A9%2B1@x?q=jane%20doe/%C3%A9%2B1@x");
    }

    @Test
    void aTextThatIsOneVariableBecomesItsValue() throws IOException {
        variables.put("id", KitFiles.JSON.readTree("7"));

        var filled = variables.fill(KitFiles.JSON.readTree("""
                {"id": "{{id}}", "text": "no {{id}}", "{{admin}}": ["{{id}}", null, 1]}"""));

        assertThat(filled).isEqualTo(KitFiles.JSON.readTree("""
                {"id": 7, "text": "no 7", "Basic abc": [7, null, 1]}"""));
    }

    @Test
    void eachRunHasATextOfItsOwn() {
        var run = variables.fill("{{run}}");

        assertThat(run).matches("[a-z][a-z0-9]{7}");
        assertThat(Variables.of(BASE, Map.of()).fill("{{run}}")).isNotEqualTo(run);
    }

    @Test
    void whatHasNoValueIsMissing() {
        assertThat(variables.missing(Variables.namesIn("{{b}} {{admin}} {{a}} {{run}}")))
                .isEqualTo(Set.of("a", "b"));
        assertThatThrownBy(() -> variables.fill("{{a}}")).hasMessage("{{a}} has no value");
    }
}
