package dev.steward.gateway.docs;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/// Content that does not change while the gateway runs; compressed once.
class StaticContent {

    /// Swagger UI needs inline styles; scripts may come from the gateway only and call only it.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                    + " data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action"
                    + " 'none'; frame-ancestors 'none'";

    private final String mediaType;
    private final Buffer plain;
    private final Buffer compressed;
    private final String tag;

    StaticContent(String mediaType, Buffer content) {
        this.mediaType = mediaType;
        plain = shared(content.getBytes());
        compressed = shared(compress(content.getBytes()));
        var checksum = new CRC32C();
        checksum.update(content.getBytes());
        tag = "%08x-%x".formatted(checksum.getValue(), content.length());
    }

    static StaticContent resource(String mediaType, String name) {
        try (var stream = StaticContent.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new StaticContent(mediaType, Buffer.buffer(stream.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /// Outside the heap: a buffer in the heap would be copied for each slow caller.
    private static Buffer shared(byte[] content) {
        return Buffer.buffer(
                Unpooled.unreleasableBuffer(
                        Unpooled.directBuffer(content.length).writeBytes(content).asReadOnly()));
    }

    private static byte[] compress(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    void send(RoutingContext context) {
        var request = context.request();
        var response = context.response();
        var zipped = acceptsGzip(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
        // One tag per encoding: they are different bytes.
        var entityTag = "\"%s%s\"".formatted(tag, zipped ? "-gz" : "");
        response.putHeader(HttpHeaders.ETAG, entityTag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Security-Policy", POLICY);
        response.headers().add(HttpHeaders.VARY, "Accept-Encoding");
        if (holds(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), entityTag)) {
            response.setStatusCode(304).end();
            return;
        }
        if (zipped) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(zipped ? compressed : plain);
    }

    private static boolean acceptsGzip(List<String> accepted) {
        return accepted.stream().anyMatch(codings -> codings.contains("gzip"));
    }

    /// The header is a list of tags, weak or not, or `*`. No tag of the gateway contains another
    /// one.
    private static boolean holds(List<String> held, String entityTag) {
        return held.stream().anyMatch(tags -> tags.strip().equals("*") || tags.contains(entityTag));
    }
}
