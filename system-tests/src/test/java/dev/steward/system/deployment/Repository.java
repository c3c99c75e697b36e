package dev.steward.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// The files of this repository.
final class Repository {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Repository() {}

    static Path file(String path) {
        return Path.of(System.getProperty("steward.root", "..")).resolve(path);
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String path) {
        return documents(path).getFirst();
    }

    /// All documents of a file, anchors and merges resolved. A key that occurs twice is an error.
    static List<JsonNode> documents(String path) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(options)
                .loadAll(text(path))
                .forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }
}
