package dev.steward.platform.web.body;

import dev.steward.platform.web.problem.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that is refused where it passes its limit: a chunked one does not say how long it is.
final class BoundedBody extends FilterInputStream {

    private final long limit;
    private long seen;

    /// @param limit in bytes
    /// @param announced the Content-Length, or -1
    BoundedBody(InputStream body, long limit, long announced) {
        super(body);
        this.limit = limit;
        // Refused before a byte of it is read, where its length says so.
        this.seen = announced > limit ? announced : 0;
    }

    @Override
    public int read() throws IOException {
        refuseIfTooLarge(0);
        var one = super.read();
        refuseIfTooLarge(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        refuseIfTooLarge(0);
        var read = super.read(into, offset, length);
        refuseIfTooLarge(Math.max(0, read));
        return read;
    }

    @Override
    public void close() {
        // To close it would be to wait for the rest. The server drops that behind the answer.
    }

    private void refuseIfTooLarge(int bytes) {
        seen += bytes;
        if (seen > limit) {
            throw new TooLarge("The body is larger than " + limit + " bytes.");
        }
    }
}
