package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Run by the build (phase process-classes): reads the gateway's own document and those of the
/// services, writes `steward.json` and `steward.yaml`.
public class MergeDocuments {

    static final List<String> SERVICES = List.of("backlog", "sprint", "feedback");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build();

    private MergeDocuments() {}

    /// @param arguments the gateway's own document, the folder of the services' documents, the
    ///   folder to write to
    public static void main(String[] arguments) {
        var merged = merge(Path.of(arguments[0]), Path.of(arguments[1]));
        write(merged, Path.of(arguments[2]));
    }

    static ObjectNode merge(Path own, Path contracts) {
        return DocumentMerge.merge(
                ownDocument(own),
                SERVICES.stream().map(name -> serviceDocument(name, contracts)).toList());
    }

    static ServiceDocument ownDocument(Path file) {
        return new ServiceDocument("gateway", read(YAML, file));
    }

    static ServiceDocument serviceDocument(String service, Path contracts) {
        var file = contracts.resolve(service + ".json");
        if (!Files.isRegularFile(file)) {
            throw new MergeRefused(
                    List.of(
                            "the document of %s-service is missing: %s (its own build writes it)"
                                    .formatted(service, file)));
        }
        return new ServiceDocument(service, read(JSON, file));
    }

    private static ObjectNode read(ObjectMapper mapper, Path file) {
        try {
            return (ObjectNode) mapper.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("unreadable: " + file, unreadable);
        }
    }

    static void write(ObjectNode document, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("steward.json"), json(document));
            Files.writeString(folder.resolve("steward.yaml"), YAML.writeValueAsString(document));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to " + folder, unwritable);
        }
    }

    static String json(ObjectNode document) throws IOException {
        return JSON.writeValueAsString(document) + "\n";
    }
}
