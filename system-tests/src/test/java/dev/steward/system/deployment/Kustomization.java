package dev.steward.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// The Deployments of k8s/base as `kustomize build` writes them, as far as labels and the patch
/// that all of them share go: a model of those two steps, because the tool itself is not in reach
/// of the build. Lists of named things (containers, variables) are merged by name, as a strategic
/// merge does.
final class Kustomization {

    private static final String BASE = "k8s/base/";

    private Kustomization() {}

    static List<ObjectNode> deployments() {
        var kustomization = Repository.yaml(BASE + "kustomization.yaml");
        var patch = Repository.yaml(BASE + "every-application.yaml");
        return StreamSupport.stream(kustomization.path("resources").spliterator(), false)
                .flatMap(file -> Repository.documents(BASE + file.asText()).stream())
                .filter(document -> document.path("kind").asText().equals("Deployment"))
                .map(document -> rendered((ObjectNode) document, patch, kustomization))
                .toList();
    }

    private static ObjectNode rendered(
            ObjectNode document, JsonNode patch, JsonNode kustomization) {
        merge((ObjectNode) document.path("spec"), patch.path("spec"));
        for (var labels : kustomization.path("labels")) {
            label(document, labels.path("pairs"));
            if (labels.path("includeTemplates").asBoolean()
                    || labels.path("includeSelectors").asBoolean()) {
                label((ObjectNode) document.at("/spec/template"), labels.path("pairs"));
            }
        }
        return document;
    }

    private static void label(ObjectNode object, JsonNode pairs) {
        object.withObjectProperty("metadata")
                .withObjectProperty("labels")
                .setAll((ObjectNode) pairs.deepCopy());
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties()
                .forEach(property -> {
                    var name = property.getKey();
                    var old = into.get(name);
                    if (old instanceof ObjectNode object && property.getValue().isObject()) {
                        merge(object, property.getValue());
                    } else if (old instanceof ArrayNode list && property.getValue().isArray()) {
                        property.getValue().forEach(element -> mergeByName(list, element));
                    } else {
                        into.set(name, property.getValue().deepCopy());
                    }
                });
    }

    private static void mergeByName(ArrayNode list, JsonNode element) {
        for (var old : list) {
            if (old.path("name").equals(element.path("name"))) {
                merge((ObjectNode) old, element);
                return;
            }
        }
        list.add(element.deepCopy());
    }
}
