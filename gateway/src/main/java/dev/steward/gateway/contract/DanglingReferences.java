package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds references to components that do not exist, at which a code generator would fail.
class DanglingReferences {

    private DanglingReferences() {}

    static SortedSet<String> in(ObjectNode document) {
        var dangling = new TreeSet<String>();
        for (var reference : document.findValuesAsText("$ref")) {
            if (reference.startsWith("#/") && at(document, reference).isMissingNode()) {
                dangling.add("reference %s has no target".formatted(reference));
            }
        }
        return dangling;
    }

    private static JsonNode at(ObjectNode document, String reference) {
        return document.at(reference.substring(1));
    }
}
