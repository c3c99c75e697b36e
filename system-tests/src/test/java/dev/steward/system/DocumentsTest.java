package dev.steward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;

/// The committed documents are the promise to clients: what the code says must be what was
/// reviewed.
class DocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @ParameterizedTest
    @ValueSource(strings = {"backlog", "sprint", "feedback"})
    void theCodeSaysWhatWasReviewed(String service) throws IOException {
        var committed = Files.readString(committed(service));
        var generated =
                Files.readString(
                        AppProcess.root()
                                .resolve(service + "-service/target/openapi/" + service + ".json"));
        assertThat(JSON.readTree(generated))
                .as(() ->
                        "The document of %s-service changed (%s). Run ./steward contracts and review the difference."
                                .formatted(service, verdict(committed, generated)))
                .isEqualTo(JSON.readTree(committed));
    }

    /// Also proves that the guard sees a break: an operation that is gone.
    @Test
    void aRemovedOperationIsABreak() throws IOException {
        var committed = Files.readString(committed("backlog"));
        var without = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(committed);
        ((com.fasterxml.jackson.databind.node.ObjectNode) without.get("paths"))
                .remove("/api/v1/me");
        assertThat(verdict(committed, without.toString())).startsWith("BREAKING");
    }

    @Test
    void everyOperationIsDescribedForAClient() throws IOException {
        List<String> poor = new ArrayList<>();
        operations(steward()).forEach((name, operation) -> describe(poor, name, operation));
        assertThat(poor).isEmpty();
    }

    @Test
    void everyParameterIsDescribedForAClient() throws IOException {
        var document = steward();
        List<String> poor = new ArrayList<>();
        operations(document)
                .forEach((name, operation) ->
                        operation
                                .path("parameters")
                                .forEach(written -> {
                                    var parameter = resolved(document, written);
                                    require(
                                            poor,
                                            name,
                                            "a description of " + parameter.path("name").asText(),
                                            parameter.hasNonNull("description"));
                                }));
        assertThat(poor).isEmpty();
    }

    @Test
    void everyPropertyIsDescribedForAClient() throws IOException {
        List<String> poor = new ArrayList<>();
        steward()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> describeProperties(poor, schema.getKey(), schema.getValue()));
        assertThat(poor).isEmpty();
    }

    private static void describe(List<String> poor, String name, JsonNode operation) {
        require(poor, name, "operationId", operation.hasNonNull("operationId"));
        require(poor, name, "summary", operation.hasNonNull("summary"));
        require(poor, name, "description", operation.hasNonNull("description"));
        require(
                poor,
                name,
                "a description that says more than its summary",
                !operation.path("description").equals(operation.path("summary")));
        require(poor, name, "tags", !operation.path("tags").isEmpty());
        require(poor, name, "security", operation.has("security"));
        require(poor, name, "an answer", !operation.path("responses").isEmpty());
        // A deletion takes and gives nothing.
        require(
                poor,
                name,
                "an example",
                name.startsWith("delete") || operation.toString().contains("\"example"));
    }

    private static void describeProperties(List<String> poor, String name, JsonNode schema) {
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    require(
                            poor,
                            name + "." + property.getKey(),
                            "a description",
                            property.getValue().hasNonNull("description"));
                    describeProperties(poor, name + "." + property.getKey(), property.getValue());
                    describeProperties(
                            poor,
                            name + "." + property.getKey(),
                            property.getValue().path("items"));
                });
        List.of("allOf", "oneOf", "anyOf")
                .forEach(form ->
                        schema.path(form).forEach(part -> describeProperties(poor, name, part)));
    }

    private static void require(List<String> poor, String place, String what, boolean there) {
        if (!there) {
            poor.add(place + " lacks " + what);
        }
    }

    private static JsonNode steward() throws IOException {
        return JSON.readTree(Files.readString(committed("steward")));
    }

    /// By method and path.
    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .forEach(method ->
                                        operations.put(
                                                method.getKey() + " " + path.getKey(),
                                                method.getValue())));
        return operations;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static String verdict(String committed, String generated) {
        var difference = OpenApiCompare.fromContents(committed, generated);
        return difference.isCompatible()
                ? "compatible, but not reviewed"
                : "BREAKING for clients: "
                        + difference.getMissingEndpoints()
                        + " "
                        + difference.getChangedOperations().size()
                        + " changed operations";
    }

    private static Path committed(String name) {
        return AppProcess.root().resolve("contracts/openapi/" + name + ".json");
    }
}
