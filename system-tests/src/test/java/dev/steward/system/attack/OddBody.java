package dev.steward.system.attack;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A valid body with one thing wrong in it: a field at any depth that its schema describes, or the
/// JSON itself.
final class OddBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Stands where the odd value goes, which a JSON library would not write.
    private static final String PLACE = "@odd@";

    private final Document document;
    private final OddValues odd;
    private final Random random;

    OddBody(Document document, OddValues odd, Random random) {
        this.document = document;
        this.odd = odd;
        this.random = random;
    }

    byte[] field(String valid, JsonNode schema) {
        try {
            var body = (ObjectNode) JSON.readTree(valid);
            plant(body, schema);
            return JSON.writeValueAsString(body)
                    .replace("\"" + PLACE + "\"", odd.json())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(valid, e);
        }
    }

    private void plant(ObjectNode object, JsonNode schema) {
        var properties = List.copyOf(document.properties(schema).entrySet());
        if (properties.isEmpty() || random.nextInt(20) == 0) {
            object.put(odd.any(List.of("odd", "id", "version", "__proto__", "class", "")), PLACE);
            return;
        }
        var property = odd.any(properties);
        var inner = document.present(property.getValue());
        var element = document.present(inner.path("items"));
        if (!document.properties(inner).isEmpty() && random.nextBoolean()) {
            plant(objectAt(object, property.getKey(), inner), inner);
        } else if (!document.properties(element).isEmpty() && random.nextInt(3) > 0) {
            plant(elementAt(object, property.getKey(), element), element);
        } else if (inner.has("items") && random.nextBoolean()) {
            object.set(property.getKey(), NODES.arrayNode().add(PLACE));
        } else {
            object.put(property.getKey(), PLACE);
        }
    }

    private ObjectNode objectAt(ObjectNode object, String name, JsonNode schema) {
        if (!(object.get(name) instanceof ObjectNode)) {
            object.set(name, sample(schema));
        }
        return (ObjectNode) object.get(name);
    }

    private ObjectNode elementAt(ObjectNode object, String name, JsonNode schema) {
        if (!(object.get(name) instanceof ArrayNode array) || array.isEmpty()) {
            object.set(name, NODES.arrayNode().add(sample(schema)));
        }
        return (ObjectNode) object.get(name).get(0);
    }

    /// Something valid, as far as the schema tells.
    private JsonNode sample(JsonNode unresolved) {
        var schema = document.present(unresolved);
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (!document.properties(schema).isEmpty()) {
            var object = NODES.objectNode();
            var properties = document.properties(schema);
            schema.path("required")
                    .forEach(name ->
                            object.set(
                                    name.asText(),
                                    sample(requireNonNull(properties.get(name.asText())))));
            return object;
        }
        return switch (type(schema)) {
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "array" -> NODES.arrayNode();
            case "object" -> NODES.objectNode();
            default -> NODES.textNode(text(schema.path("format").asText()));
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T09:30:00Z";
            default -> "Sample";
        };
    }

    /// No field, but the JSON is wrong; or it is not JSON.
    byte[] syntax(String valid) {
        var text =
                switch (random.nextInt(14)) {
                    case 0 -> "";
                    case 1 -> " ";
                    case 2 -> odd.json();
                    case 3 -> valid + "}";
                    case 4 -> valid + valid;
                    case 5 -> valid.substring(0, valid.length() / 2);
                    case 6 -> "\ufeff" + valid;
                    case 7 -> valid.replaceFirst("\\{", "{\"type\":\"EPIC\",\"type\":\"BUG\",");
                    case 8 -> "[".repeat(2_000);
                    case 9 -> "{\"a\":".repeat(200);
                    case 10 -> valid.replaceFirst("\\{", "{" + "\"x\":1,".repeat(5_000));
                    case 11 -> " ".repeat(50_000) + valid;
                    case 12 -> valid.replace("\"", "'");
                    default -> valid.replace(":", ":/**/");
                };
        return switch (random.nextInt(6)) {
            case 0 -> valid.getBytes(StandardCharsets.UTF_16LE);
            case 1 -> valid.replace("a", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /// A row of a CSV file, or a header, with something odd in it.
    byte[] csv() {
        var header =
                random.nextInt(4) == 0
                        ? odd.text()
                        : "Issue key,Summary,Issue Type,Story Points,Labels";
        var row = "K-1,Basket,Story,3,checkout".split(",");
        row[random.nextInt(row.length)] = odd.text();
        var cells = String.join(random.nextInt(5) == 0 ? ";" : ",", row);
        return (header + "\n" + cells + "\n")
                .getBytes(
                        random.nextInt(5) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
