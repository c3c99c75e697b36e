package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.gateway.routing.PublishedDocument;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/// The published document with additional operations under `/api/v1/samples`, which do not change
/// with the services.
@Alternative
@Priority(1)
@Singleton
public class TestDocument extends PublishedDocument {

    TestDocument() throws IOException {
        super(
                MergeDocuments.json(withSamples()).getBytes(StandardCharsets.UTF_8),
                "openapi: 3.1.0\n".getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode withSamples() throws IOException {
        var services = new ArrayList<ServiceDocument>();
        for (var name : MergeDocuments.SERVICES) {
            services.add(MergeDocuments.serviceDocument(name, contracts()));
        }
        for (var entry : samples().properties()) {
            services.add(new ServiceDocument(entry.getKey(), (ObjectNode) entry.getValue()));
        }
        return DocumentMerge.merge(MergeDocuments.ownDocument(own()), services);
    }

    private static JsonNode samples() throws IOException {
        try (var stream = TestDocument.class.getResourceAsStream("/samples.json")) {
            return new ObjectMapper().readTree(stream);
        }
    }

    static Path own() {
        return Path.of("src/main/openapi/gateway.yaml");
    }

    static Path contracts() {
        return Path.of(System.getProperty("steward.root"), "contracts", "openapi");
    }
}
