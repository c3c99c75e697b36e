package dev.steward.gateway.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;

/// The body of a request after it has been received.
public sealed interface ReceivedBody {

    record None() implements ReceivedBody {}

    record InMemory(Buffer content) implements ReceivedBody {}

    record OnDisk(AsyncFile file, long length) implements ReceivedBody {}
}
