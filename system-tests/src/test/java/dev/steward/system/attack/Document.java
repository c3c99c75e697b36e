package dev.steward.system.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.steward.system.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The OpenAPI document as the gateway gives it out, asked as a client would ask it.
final class Document {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /// @param json of the document
    Document(String json) {
        this.root = parsed(json);
    }

    static Document published() {
        return new Document(
                Api.anonymous()
                        .basePath("")
                        .get("/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode operation(String method, String path) {
        return root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    String service(String method, String path) {
        return operation(method, path).path("x-steward-service").asText();
    }

    /// The parameters of an operation that stand in a place: `query`, `header`.
    List<JsonNode> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    /// The schema of a request's JSON body; missing where it takes none.
    JsonNode bodySchema(JsonNode operation) {
        return resolved(operation.at("/requestBody/content/application~1json/schema"));
    }

    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }

    /// The properties of an object, those that it is put together from included.
    Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new java.util.TreeMap<>();
        schema.path("allOf").forEach(part -> properties.putAll(properties(resolved(part))));
        schema.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        return properties;
    }

    /// What is not null, where there is a choice.
    JsonNode present(JsonNode schema) {
        var found = resolved(schema);
        for (var option : found.path("anyOf")) {
            if (!option.path("type").asText().equals("null")) {
                return resolved(option);
            }
        }
        return found;
    }

    /// What of a JSON answer does not fit the schema at a pointer into this document.
    List<String> misfits(String pointer, String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of("no JSON");
        }
        var misfits = new ArrayList<String>();
        schemas.computeIfAbsent(pointer, this::compiled)
                .validate(answer)
                .forEach(message -> misfits.add(message.toString()));
        return misfits;
    }

    /// With the components beside it, where its references lead to.
    private JsonSchema compiled(String pointer) {
        var whole = ((ObjectNode) root.at(pointer)).deepCopy();
        whole.set("components", root.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    /// The pointer to the schema of an answer; empty where none is described.
    String answerSchema(String method, String path, int status) {
        var pointer =
                List.of(
                                "",
                                "paths",
                                escaped(path),
                                method.toLowerCase(Locale.ROOT),
                                "responses",
                                String.valueOf(status),
                                "content",
                                escaped("application/json"),
                                "schema")
                        .stream()
                        .collect(Collectors.joining("/"));
        return root.at(pointer).isMissingNode() ? "" : pointer;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
