package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bill of materials that the build makes, held against the WAR that it made. */
@Tag("once")
class SbomIT {

    private static final String LIB = "WEB-INF/lib/";

    @Test
    void itNamesEachLibraryOfTheWarAndNothingElse() throws IOException {
        var named = new ArrayList<String>();
        for (JsonNode part : sbom().get("components")) {
            named.add(part.get("name").asText() + '-' + part.get("version").asText() + ".jar");
        }

        assertThat(named).containsExactlyInAnyOrderElementsOf(libraries());
    }

    @Test
    void eachLibraryHasItsCoordinatesAndItsHash() throws IOException {
        assertThat(sbom().get("components")).isNotEmpty().allSatisfy(part -> {
            assertThat(part.get("purl").asText()).startsWith("pkg:maven/");
            assertThat(part.get("hashes").findValuesAsText("alg")).contains("SHA-256");
        });
    }

    private static JsonNode sbom() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of("target/roster-sbom.json")));
    }

    private static List<String> libraries() throws IOException {
        try (var war = new ZipFile(new File("target/roster.war"))) {
            return war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIB) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIB.length()))
                    .toList();
        }
    }
}
