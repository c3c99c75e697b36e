package dev.steward.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The documentation page sends the examples of the document as they are: they must make sense.
class FirstClickTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /// The status of a resource after an action on it.
    private static final Map<String, String> STATUS_AFTERWARDS =
            Map.ofEntries(
                    Map.entry("createGoal", "PROPOSED"),
                    Map.entry("activateGoal", "ACTIVE"),
                    Map.entry("achieveGoal", "ACHIEVED"),
                    Map.entry("abandonGoal", "ABANDONED"),
                    Map.entry("createImport", "PENDING"),
                    Map.entry("cancelImport", "CANCELLED"),
                    Map.entry("createItem", "NEW"),
                    Map.entry("refineItem", "REFINING"),
                    Map.entry("markItemReady", "READY"),
                    Map.entry("dropItem", "DROPPED"),
                    Map.entry("createRelease", "PLANNED"),
                    Map.entry("releaseRelease", "RELEASED"),
                    Map.entry("rollBackRelease", "ROLLED_BACK"),
                    Map.entry("createSprint", "PLANNED"),
                    Map.entry("startSprint", "ACTIVE"),
                    Map.entry("cancelSprint", "CANCELLED"),
                    Map.entry("closeSprint", "CLOSED"),
                    Map.entry("mergeFeedback", "MERGED"),
                    Map.entry("unmergeFeedback", "NEW"),
                    Map.entry("updateDelivery", "HELD"));

    private final JsonNode document =
            new ObjectMapper().readTree(TestDocument.contracts().resolve("steward.json").toFile());

    FirstClickTest() throws IOException {}

    private record Operation(String id, String method, JsonNode described) {}

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths")) {
            path.properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .map(entry ->
                            new Operation(
                                    entry.getValue().path("operationId").asText(),
                                    entry.getKey(),
                                    entry.getValue()))
                    .forEach(operations::add);
        }
        return operations;
    }

    private Stream<JsonNode> parameters(Operation operation) {
        return StreamSupport.stream(operation.described().path("parameters").spliterator(), false)
                .map(parameter ->
                        parameter.has("$ref")
                                ? document.at(parameter.path("$ref").asText().substring(1))
                                : parameter);
    }

    /// Such as a used key, an outdated tag, or a filter that finds nothing.
    @Test
    void noOptionalHeaderOrFilterHasAnExample() {
        assertThat(operations())
                .allSatisfy(operation ->
                        assertThat(parameters(operation))
                                .filteredOn(one -> !one.path("in").asText().equals("path"))
                                .as(operation.id())
                                .noneMatch(one -> one.has("example") || one.has("examples")));
    }

    @Test
    void changesAskForIfMatch() {
        assertThat(operations())
                .filteredOn(operation -> Set.of("patch", "delete").contains(operation.method()))
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(parameters(operation))
                                .filteredOn(one -> one.path("name").asText().equals("If-Match"))
                                .as(operation.id())
                                .singleElement()
                                .matches(one -> one.path("required").asBoolean()));
    }

    @Test
    void theExampleOfAnActionShowsTheNewStatus() {
        assertThat(operations())
                .filteredOn(operation -> STATUS_AFTERWARDS.containsKey(operation.id()))
                .hasSize(STATUS_AFTERWARDS.size())
                .allSatisfy(operation ->
                        assertThat(answers(operation))
                                .as(operation.id())
                                .isNotEmpty()
                                .allMatch(answer ->
                                        answer.path("status")
                                                .asText()
                                                .equals(STATUS_AFTERWARDS.get(operation.id()))));
    }

    @Test
    void aChangeShowsWhatWasAsked() {
        assertThat(operations())
                .filteredOn(operation -> operation.method().equals("patch"))
                .allSatisfy(operation -> {
                    var asked = examples(operation.described().at("/requestBody/content"));
                    asked.forEach(change ->
                            change.properties().stream()
                                    .filter(field -> field.getValue().isValueNode())
                                    .forEach(field -> shows(operation, field)));
                });
    }

    private void shows(Operation operation, Map.Entry<String, JsonNode> asked) {
        assertThat(answers(operation))
                .filteredOn(answer -> answer.path(asked.getKey()).isValueNode())
                .as(operation.id() + " " + asked)
                .allMatch(answer ->
                        answer.path(asked.getKey()).asText().equals(asked.getValue().asText()));
    }

    private static List<JsonNode> answers(Operation operation) {
        return operation.described().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> examples(answer.getValue().path("content")).stream())
                .toList();
    }

    private static List<JsonNode> examples(JsonNode content) {
        var examples = new ArrayList<JsonNode>();
        for (var body : content) {
            if (body.has("example")) {
                examples.add(body.path("example"));
            }
            body.path("examples").forEach(one -> examples.add(one.path("value")));
        }
        return examples;
    }
}
