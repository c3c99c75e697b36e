package dev.steward.gateway.routing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The merged OpenAPI document, which is served at `/openapi.json` and from which requests are
/// routed.
@Singleton
public class PublishedDocument {

    private final byte[] json;
    private final byte[] yaml;

    PublishedDocument() {
        this(read("/openapi/steward.json"), read("/openapi/steward.yaml"));
    }

    protected PublishedDocument(byte[] json, byte[] yaml) {
        this.json = json;
        this.yaml = yaml;
    }

    private static byte[] read(String resource) {
        try (var stream = PublishedDocument.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        resource + " is missing: the build merges it (phase process-classes)");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " is unreadable", unreadable);
        }
    }

    public String json() {
        return new String(json, StandardCharsets.UTF_8);
    }

    public String yaml() {
        return new String(yaml, StandardCharsets.UTF_8);
    }
}
