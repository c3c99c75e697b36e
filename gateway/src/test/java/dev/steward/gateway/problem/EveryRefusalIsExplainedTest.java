package dev.steward.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The `type` of every problem leads to a page: each code of a service is in `problems.json`.
class EveryRefusalIsExplainedTest {

    private static final Path ROOT = Path.of(System.getProperty("steward.root"));
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "extends (?:NotFound|Conflict|Forbidden|Unreadable|StaleVersion|PreconditionRequired|TooLarge)\\b"
                            + ".*?super\\(\\s*\"([a-z-]+)\"",
                    Pattern.DOTALL);

    @Test
    void inProblemsJson() throws IOException {
        var problemTypes = new ProblemTypes(new ObjectMapper());
        var unexplained = new TreeSet<String>();
        for (var module : new String[] {"backlog", "sprint", "feedback"}) {
            codes(ROOT.resolve(module + "-service/src/main/java"), unexplained);
        }
        unexplained.removeIf(code -> problemTypes.find(code).isPresent());
        assertThat(unexplained).as("add these codes to problems.json").isEmpty();
    }

    /// The services write titles into the examples of their documents as they do into problems.
    @Test
    void aProblemHasTheSameTitleAtTheGatewayAndAtTheServices() throws IOException {
        var document =
                new ObjectMapper()
                        .readTree(ROOT.resolve("contracts/openapi/steward.json").toFile());
        var types = new ProblemTypes(new ObjectMapper());
        assertThat(document.findParents("traceId"))
                .filteredOn(example -> example.path("type").asText().startsWith("/problems/"))
                .isNotEmpty()
                .allSatisfy(example -> {
                    var type = types.find(example.path("code").asText()).orElseThrow();
                    assertThat(example.path("title").asText()).isEqualTo(type.title());
                });
    }

    private static void codes(Path sources, TreeSet<String> codes) throws IOException {
        if (!Files.isDirectory(sources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (var file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
                var refusal = REFUSAL.matcher(Files.readString(file));
                while (refusal.find()) {
                    codes.add(refusal.group(1));
                }
            }
        }
    }
}
