package dev.steward.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The document is what a front-end developer gets: nothing in it may be missing.
@QuarkusTest
class ApiDocumentTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private JsonNode document;

    private record Documented(String name, String method, JsonNode operation) {}

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper().readTree(Path.of("target/openapi/sprint.json").toFile());
    }

    @Test
    void everyOperationSaysWhatItIs() {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(documented -> {
                    assertThat(documented.operation().path("operationId").asText()).isNotEmpty();
                    assertThat(documented.operation().path("summary").asText()).isNotEmpty();
                    assertThat(documented.operation().path("tags")).isNotEmpty();
                    assertThat(documented.operation().path("security")).isNotEmpty();
                });
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(operations())
                .allSatisfy(documented ->
                        bodies(documented)
                                .forEach(body ->
                                        assertThat(body.has("example") || body.has("examples"))
                                                .as(documented.name() + ": " + body)
                                                .isTrue()));
    }

    @Test
    void everyOperationSaysHowItRefuses() {
        assertThat(operations())
                .allSatisfy(documented -> {
                    assertThat(statuses(documented)).contains("400", "401");
                    if (Set.of("put", "patch", "delete").contains(documented.method())) {
                        assertThat(statuses(documented))
                                .contains("403", "404", "409", "412", "428");
                    }
                });
    }

    @Test
    void aPatchRequiresNoField() {
        assertThat(document.at("/components/schemas/SprintPatch/required").isMissingNode())
                .isTrue();
        assertThat(document.at("/components/schemas/NewSprint/required")).hasSize(2);
    }

    @Test
    void noWordOfTheFrameworkLeaksIntoIt() {
        List<String> schemas = new ArrayList<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
        assertThat(schemas)
                .doesNotContain("IfMatch", "ObjectNode", "JsonNode", "HttpProblem")
                .noneMatch(name -> name.contains("View") || name.contains("Document"));
    }

    private List<Documented> operations() {
        List<Documented> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation -> {
                                    if (METHODS.contains(operation.getKey())) {
                                        operations.add(
                                                new Documented(
                                                        operation.getKey() + " " + path.getKey(),
                                                        operation.getKey(),
                                                        operation.getValue()));
                                    }
                                }));
        return operations;
    }

    private static List<JsonNode> bodies(Documented documented) {
        List<JsonNode> bodies = new ArrayList<>();
        documented.operation().at("/requestBody/content").forEach(bodies::add);
        documented
                .operation()
                .path("responses")
                .forEach(answer -> answer.path("content").forEach(bodies::add));
        return bodies;
    }

    private static List<String> statuses(Documented documented) {
        List<String> statuses = new ArrayList<>();
        documented.operation().path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }
}
