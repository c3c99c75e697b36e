package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Merges the OpenAPI documents of gateway and services into one. `info`, `servers` and security
/// schemes are those of the gateway; each operation is marked with the service that answers it.
class DocumentMerge {

    /// The mark on each operation of the merged document.
    static final String SERVICE = "x-steward-service";

    private final ObjectNode merged;
    private final List<String> conflicts = new ArrayList<>();
    private final MergedOperations operations;
    private final MergedComponents components = new MergedComponents(conflicts);
    private final MergedTags tags = new MergedTags();
    private final TreeMap<String, JsonNode> paths = new TreeMap<>();

    private DocumentMerge(ServiceDocument own) {
        merged = own.document().deepCopy();
        operations =
                new MergedOperations(
                        own.document().path("components").path("securitySchemes"), conflicts);
    }

    /// @throws MergeRefused with every contradiction
    static ObjectNode merge(ServiceDocument own, List<ServiceDocument> services) {
        var merge = new DocumentMerge(own);
        merge.add(own);
        services.forEach(merge::add);
        return merge.result();
    }

    private void add(ServiceDocument source) {
        requireSameVersion(source);
        var owned = operations.of(source);
        owned.forEach((path, item) -> paths.putIfAbsent(path, item));
        components.add(source);
        tags.add(source);
    }

    private void requireSameVersion(ServiceDocument source) {
        var wanted = merged.path("openapi").asText();
        var found = source.document().path("openapi").asText();
        if (!found.equals(wanted)) {
            conflicts.add(
                    "%s writes OpenAPI %s, gateway %s: they must be the same"
                            .formatted(source.service(), found, wanted));
        }
    }

    private ObjectNode result() {
        merged.set("tags", tags.all());
        merged.set("paths", merged.objectNode().setAll(paths));
        components.into(merged);
        DanglingReferences.in(merged).forEach(conflicts::add);
        if (!conflicts.isEmpty()) {
            throw new MergeRefused(conflicts);
        }
        return merged;
    }
}
