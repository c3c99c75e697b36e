package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The operations of all documents: each path belongs to one service, each operationId to one
/// operation.
class MergedOperations {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final String BASE = "/api/v1/";

    private record Owned(String service, String path) {}

    private final JsonNode schemes;
    private final List<String> conflicts;
    private final Map<String, Owned> ownerOfShape = new HashMap<>();
    private final Map<String, String> placeOfId = new HashMap<>();

    MergedOperations(JsonNode schemes, List<String> conflicts) {
        this.schemes = schemes;
        this.conflicts = conflicts;
    }

    Map<String, JsonNode> of(ServiceDocument source) {
        var result = new LinkedHashMap<String, JsonNode>();
        for (var entry : source.document().path("paths").properties()) {
            claim(source.service(), entry.getKey());
            result.put(entry.getKey(), marked(source, entry.getKey(), entry.getValue().deepCopy()));
        }
        return result;
    }

    /// Templates that differ only in parameter names (`/items/{i}`, `/items/{id}`) are one path to
    /// a router.
    private void claim(String service, String path) {
        if (!path.startsWith(BASE)) {
            conflicts.add("path %s of %s is outside %s".formatted(path, service, BASE));
        }
        var shape = PARAMETER.matcher(path).replaceAll("{}");
        var first = ownerOfShape.putIfAbsent(shape, new Owned(service, path));
        if (first != null) {
            conflicts.add(
                    "path %s is defined by %s (as %s) and by %s"
                            .formatted(path, first.service(), first.path(), service));
        }
    }

    private JsonNode marked(ServiceDocument source, String path, ObjectNode item) {
        item.remove("servers");
        for (var entry : item.properties()) {
            if (METHODS.contains(entry.getKey())) {
                var place = entry.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path;
                markGzip(source, place, (ObjectNode) entry.getValue());
            }
        }
        return item;
    }

    private void markGzip(ServiceDocument source, String place, ObjectNode operation) {
        requireOwnId(source.service() + " (" + place + ")", operation);
        if (!operation.has("security")) {
            operation.set("security", source.document().path("security").deepCopy());
        }
        if (!operation.get("security").isArray()) {
            operation.putArray("security");
        }
        requireKnownSecurity(source.service() + " (" + place + ")", operation.get("security"));
        operation.remove("servers");
        operation.put(DocumentMerge.SERVICE, source.service());
    }

    private void requireOwnId(String place, ObjectNode operation) {
        var id = operation.path("operationId").asText();
        if (id.isEmpty()) {
            conflicts.add("%s has no operationId".formatted(place));
            return;
        }
        var first = placeOfId.putIfAbsent(id, place);
        if (first != null) {
            conflicts.add("operationId %s is used by %s and by %s".formatted(id, first, place));
        }
    }

    /// One scheme per alternative: the gateway reads one `Authorization` header.
    private void requireKnownSecurity(String place, JsonNode security) {
        for (var alternative : security) {
            if (alternative.size() > 1) {
                conflicts.add("%s asks for two credentials at once".formatted(place));
            }
            alternative
                    .fieldNames()
                    .forEachRemaining(scheme -> {
                        if (!schemes.has(scheme)) {
                            conflicts.add(
                                    "%s uses the security scheme %s, unknown to gateway"
                                            .formatted(place, scheme));
                        }
                    });
        }
    }
}
