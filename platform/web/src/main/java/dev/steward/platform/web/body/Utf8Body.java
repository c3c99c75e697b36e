package dev.steward.platform.web.body;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Unreadable;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// JSON is in UTF-8 (RFC 8259). The parser would also guess UTF-16, and takes bytes that no
/// character has.
@Provider
@Priority(Utf8Body.INNERMOST)
public class Utf8Body implements ReaderInterceptor {

    /// After the one that hashes: what it has read is what was sent.
    static final int INNERMOST = 9_000;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType())) {
            context.setInputStream(new Checked(context.getInputStream()));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private static final class Checked extends FilterInputStream {

        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer characters = CharBuffer.allocate(1_024);

        /// The bytes of a character that has only begun.
        private byte[] begun = new byte[0];

        Checked(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            check(
                    count <= 0
                            ? new byte[0]
                            : java.util.Arrays.copyOfRange(into, offset, offset + count),
                    count < 0);
            return count;
        }

        private void check(byte[] next, boolean end) {
            var bytes = ByteBuffer.allocate(begun.length + next.length).put(begun).put(next).flip();
            CoderResult result;
            do {
                characters.clear();
                result = decoder.decode(bytes, characters, end);
                if (result.isError() || characters.flip().chars().anyMatch(unit -> unit == 0)) {
                    throw notUtf8();
                }
            } while (result.isOverflow());
            begun = new byte[bytes.remaining()];
            bytes.get(begun);
        }

        private static Unreadable notUtf8() {
            return new Unreadable(
                    "unreadable-request",
                    "The body is not in UTF-8.",
                    List.of(FieldError.at("", "unreadable", "JSON is in UTF-8.")));
        }
    }
}
