package dev.steward.gateway.body;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Compresses a stream with gzip: fast rather than small, because it happens on the event loop.
class GzipStream implements ReadStream<Buffer> {

    private static final int BUFFER = 8 << 10;

    private final ReadStream<Buffer> plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
    private final GZIPOutputStream gzip;
    private @Nullable Handler<Buffer> handler;
    private boolean closed;

    GzipStream(ReadStream<Buffer> plain) {
        this.plain = plain;
        try {
            gzip = new FastGzip(compressed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private void add(Buffer chunk) {
        if (closed) {
            return;
        }
        try {
            gzip.write(chunk.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        handOn();
    }

    private void handOn() {
        if (compressed.size() > 0 && handler != null) {
            var part = Buffer.buffer(compressed.toByteArray());
            compressed.reset();
            handler.handle(part);
        }
    }

    /// Frees the memory of the compressor outside the heap, whether or not the body has ended.
    void close() {
        closed = true;
        try {
            gzip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        this.handler = handler;
        plain.handler(handler == null ? null : this::add);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        plain.endHandler(
                handler == null
                        ? null
                        : _ -> {
                            close();
                            handOn();
                            handler.handle(null);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        plain.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        plain.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        plain.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        plain.fetch(amount);
        return this;
    }
}
