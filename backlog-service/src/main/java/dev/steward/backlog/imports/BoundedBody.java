package dev.steward.backlog.imports;

import dev.steward.platform.web.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that is refused where it passes its limit: a chunked one does not say how long it is.
final class BoundedBody extends FilterInputStream {

    private final long limit;
    private long seen;

    /// @param limit in bytes
    BoundedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        seen += bytes;
        if (seen > limit) {
            throw new TooLarge("An import is at most " + limit + " bytes.");
        }
    }
}
