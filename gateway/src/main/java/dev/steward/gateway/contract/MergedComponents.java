package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;

/// The components and webhooks of all documents: a name that several define must mean the same.
class MergedComponents {

    private static final String SCHEMES = "securitySchemes";

    private record Defined(String service, JsonNode definition) {}

    private final List<String> conflicts;
    private final TreeMap<String, TreeMap<String, Defined>> sections = new TreeMap<>();
    private final TreeMap<String, Defined> webhooks = new TreeMap<>();

    MergedComponents(List<String> conflicts) {
        this.conflicts = conflicts;
    }

    void add(ServiceDocument source) {
        for (var section : source.document().path("components").properties()) {
            var known = sections.computeIfAbsent(section.getKey(), _ -> new TreeMap<>());
            add(known, section.getKey(), source.service(), section.getValue());
        }
        add(webhooks, "webhooks", source.service(), source.document().path("webhooks"));
    }

    private void add(
            TreeMap<String, Defined> known, String section, String service, JsonNode definitions) {
        for (var entry : definitions.properties()) {
            var first = known.putIfAbsent(entry.getKey(), new Defined(service, entry.getValue()));
            if (first != null && !agree(section, first.definition(), entry.getValue())) {
                conflicts.add(
                        "%s/%s is defined differently by %s and by %s"
                                .formatted(section, entry.getKey(), first.service(), service));
            }
        }
    }

    /// Security schemes may differ in their descriptions; those of the gateway are published.
    private static boolean agree(String section, JsonNode first, JsonNode second) {
        return section.equals(SCHEMES)
                ? first.path("type").equals(second.path("type"))
                        && first.path("scheme").equals(second.path("scheme"))
                : first.equals(second);
    }

    void into(ObjectNode merged) {
        var components = merged.putObject("components");
        sections.forEach((name, known) -> copy(known, components.putObject(name)));
        if (!webhooks.isEmpty()) {
            copy(webhooks, merged.putObject("webhooks"));
        }
    }

    private static void copy(TreeMap<String, Defined> known, ObjectNode target) {
        known.forEach((name, defined) -> target.set(name, defined.definition()));
    }
}
