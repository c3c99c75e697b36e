package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tags of all documents, which services may share, in the order in which they are named first.
/// The first description of a tag counts.
class MergedTags {

    private final Map<String, JsonNode> tags = new LinkedHashMap<>();

    void add(ServiceDocument source) {
        for (var tag : source.document().path("tags")) {
            tags.merge(
                    tag.path("name").asText(),
                    tag,
                    (first, second) -> first.has("description") ? first : second);
        }
    }

    ArrayNode all() {
        return JsonNodeFactory.instance.arrayNode().addAll(tags.values());
    }
}
