package dev.steward.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// The Deployments of k8s/base as `kustomize build` writes them, as far as labels, the patch that
/// all of them share and the names of generated maps go: a model of those steps, because the tool
/// itself is not in reach of the build. Beside what kustomize 5.5.0 wrote of these files it lacked
/// the namespace and the images' tags, nothing else. Lists of named things (containers, variables)
/// are merged by name, as a strategic merge does.
final class Kustomization {

    private static final String BASE = "k8s/base/";

    private Kustomization() {}

    static List<ObjectNode> deployments() {
        return deployments(configuration());
    }

    /// What the file of the one generated map says.
    static SortedMap<String, String> configuration() {
        var settings = new TreeMap<String, String>();
        Repository.text(BASE + generator().at("/envs/0").asText())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        return settings;
    }

    private static JsonNode generator() {
        return Repository.yaml(BASE + "kustomization.yaml").at("/configMapGenerator/0");
    }

    /// @param configuration instead of what the file says
    static List<ObjectNode> deployments(SortedMap<String, String> configuration) {
        var kustomization = Repository.yaml(BASE + "kustomization.yaml");
        var map = generator().path("name").asText();
        var patch = Repository.yaml(BASE + "every-application.yaml");
        return StreamSupport.stream(kustomization.path("resources").spliterator(), false)
                .flatMap(file -> Repository.documents(BASE + file.asText()).stream())
                .filter(document -> document.path("kind").asText().equals("Deployment"))
                .map(document -> rendered((ObjectNode) document, patch, kustomization))
                .map(document -> referring(document, map, map + "-" + hash(configuration)))
                .toList();
    }

    /// References to a generated map get its generated name.
    private static ObjectNode referring(ObjectNode document, String name, String generated) {
        document.findValues("configMapRef").stream()
                .filter(reference -> reference.path("name").asText().equals(name))
                .forEach(reference -> ((ObjectNode) reference).put("name", generated));
        return document;
    }

    /// As kustomize's hasher: the map as JSON with sorted keys, ten digits of its SHA-256 without
    /// those that could make a word. The hasher looks for the map's name where there is none, so an
    /// empty one is counted.
    static String hash(SortedMap<String, String> data) {
        var json = JsonNodeFactory.instance.objectNode();
        var settings = json.putObject("data");
        data.forEach(settings::put);
        json.put("kind", "ConfigMap").put("name", "");
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(digest)
                    .substring(0, 10)
                    .replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
