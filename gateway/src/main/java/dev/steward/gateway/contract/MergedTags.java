package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeMap;

/// The tags of all documents, which services may share. The first description of a tag counts.
class MergedTags {

    private final TreeMap<String, JsonNode> tags = new TreeMap<>();

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
