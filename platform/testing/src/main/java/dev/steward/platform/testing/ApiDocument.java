package dev.steward.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The OpenAPI document that the build of a service writes is what a front-end developer gets:
/// nothing in it may be missing. For one test per service.
public final class ApiDocument {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> VERSIONED = Set.of("put", "patch", "delete");

    private final JsonNode document;
    private final List<Documented> operations;

    private record Documented(String name, String method, JsonNode operation) {}

    private ApiDocument(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
    }

    /// Checks the document of the service under test, in the folder of its module.
    ///
    /// @param service its short name, such as `backlog`
    /// @throws AssertionError naming the first operation that lacks something
    public static void check(String service) {
        var document = new ApiDocument(read(Path.of("target/openapi", service + ".json")));
        document.everyOperationSaysWhatItIs();
        document.everyOperationSaysHowItRefuses();
        document.everyBodyHasAnExample();
        document.everyFieldOfAnExampleIsInItsSchema();
        document.aPatchRequiresNoField();
        document.anAnswerLeavesNothingOut();
        document.noWordOfTheFrameworkLeaksIntoIt();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everyOperationSaysWhatItIs() {
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(documented -> {
                    assertThat(documented.operation().path("operationId").asText()).isNotEmpty();
                    assertThat(documented.operation().path("summary").asText()).isNotEmpty();
                    assertThat(documented.operation().path("tags")).isNotEmpty();
                    assertThat(documented.operation().path("security")).isNotEmpty();
                });
    }

    private void everyBodyHasAnExample() {
        assertThat(operations)
                .allSatisfy(documented ->
                        bodies(documented)
                                .forEach(body ->
                                        assertThat(body.has("example") || body.has("examples"))
                                                .as(documented.name() + ": " + body)
                                                .isTrue()));
    }

    private void everyFieldOfAnExampleIsInItsSchema() {
        assertThat(operations)
                .allSatisfy(documented ->
                        bodies(documented).forEach(body -> fits(documented.name(), body)));
    }

    private void fits(String name, JsonNode body) {
        var known = resolved(body.path("schema")).path("properties");
        var examples = new ArrayList<JsonNode>(List.of(body.path("example")));
        body.path("examples").forEach(example -> examples.add(example.path("value")));
        examples.stream()
                .filter(example -> example.isObject() && known.isObject())
                .forEach(example ->
                        assertThat(known.fieldNames())
                                .toIterable()
                                .as(name)
                                .containsAll(example::fieldNames));
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private void everyOperationSaysHowItRefuses() {
        assertThat(operations)
                .allSatisfy(documented -> {
                    assertThat(statuses(documented)).contains("400", "401");
                    if (VERSIONED.contains(documented.method())) {
                        assertThat(statuses(documented))
                                .contains("403", "404", "409", "412", "428");
                    }
                });
    }

    /// What has no value is null. A schema that requests use too says what they need instead.
    private void anAnswerLeavesNothingOut() {
        Set<String> asked = new HashSet<>();
        Set<String> answered = new HashSet<>();
        operations.forEach(documented -> {
            references(documented.operation().path("requestBody"), asked);
            documented.operation().path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .forEach(answer -> references(answer.getValue(), answered));
        });
        answered.removeAll(asked);
        assertThat(answered)
                .allSatisfy(name -> {
                    var schema = document.at("/components/schemas/" + name);
                    assertThat(texts(schema.path("required")))
                            .as(name)
                            .containsAll(schema.path("properties")::fieldNames);
                });
    }

    private void references(JsonNode node, Set<String> found) {
        var reference = node.path("$ref").asText();
        if (reference.startsWith(SCHEMAS) && found.add(reference.substring(SCHEMAS.length()))) {
            references(document.at(reference.substring(1)), found);
        }
        node.forEach(inner -> references(inner, found));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void aPatchRequiresNoField() {
        assertThat(operations)
                .filteredOn(documented -> documented.method().equals("patch"))
                .allSatisfy(documented ->
                        documented
                                .operation()
                                .at("/requestBody/content")
                                .forEach(this::isOptional));
    }

    private void isOptional(JsonNode body) {
        var schema = resolved(body.path("schema"));
        assertThat(schema.isMissingNode()).isFalse();
        assertThat(schema.path("required")).isEmpty();
    }

    private void noWordOfTheFrameworkLeaksIntoIt() {
        List<String> schemas = new ArrayList<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
        assertThat(schemas)
                .doesNotContain("IfMatch", "ObjectNode", "JsonNode", "HttpProblem")
                .noneMatch(name -> name.contains("View") || name.contains("Document"));
    }

    private static List<Documented> operations(JsonNode document) {
        List<Documented> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .map(method ->
                                        new Documented(
                                                method.getKey() + " " + path.getKey(),
                                                method.getKey(),
                                                method.getValue()))
                                .forEach(operations::add));
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
