package dev.steward.platform.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpRequest;
import java.util.concurrent.TimeUnit;

/// Closes a connection on which the head of a request does not arrive in time, or whose answer is
/// read too slowly: an idle timeout starts again with each byte. How long an application takes to
/// answer, and how fast a body must arrive, is not decided here.
///
/// Heads are watched where HTTP/1 is spoken without TLS. Nearly always a head is there, and an
/// answer gone, at once; then no timer is set.
class SlowConnectionHandler extends ChannelDuplexHandler {

    private static final long NONE = Long.MIN_VALUE;

    private final ConnectionLimits limits;
    private final long patience;
    private boolean placed;
    private boolean watching;
    private int answering;
    private long headSince = NONE;
    private long slowSince = NONE;
    private long written;
    private long taken;

    SlowConnectionHandler(ConnectionLimits limits) {
        this.limits = limits;
        patience = limits.patience().toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        headSince = System.nanoTime();
        watch(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!placed) {
            placed = true;
            if (!HttpPipeline.add(context, new Requests())) {
                answering = 1;
                headSince = NONE;
            }
        }
        if (answering == 0 && headSince == NONE) {
            headSince = System.nanoTime();
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (headSince != NONE) {
            watch(context);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        written +=
                switch (bytes) {
                    case ByteBuf buffer -> buffer.readableBytes();
                    case FileRegion file -> file.count();
                    default -> 0;
                };
        var _ = context.write(bytes, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (pending(context) == 0) {
            taken = written;
        } else if (slowSince == NONE) {
            slowSince = System.nanoTime();
            watch(context);
        }
    }

    /// Bytes that the caller's side has not taken yet.
    private static long pending(ChannelHandlerContext context) {
        var buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }

    private void watch(ChannelHandlerContext context) {
        if (!watching) {
            watching = true;
            var _ =
                    context.executor()
                            .schedule(() -> check(context), patience / 4, TimeUnit.NANOSECONDS);
        }
    }

    private void check(ChannelHandlerContext context) {
        watching = false;
        var now = System.nanoTime();
        if (!context.channel().isActive()) {
            return;
        }
        if (headSince != NONE && now - headSince > patience) {
            close(context, "head");
        } else if (isReadTooSlowly(context, now)) {
            close(context, "reader");
        } else if (headSince != NONE || slowSince != NONE) {
            watch(context);
        }
    }

    /// Counted from when all had been taken. Half of the patience is left out of the account: a
    /// line may falter.
    private boolean isReadTooSlowly(ChannelHandlerContext context, long now) {
        var pending = pending(context);
        if (pending == 0) {
            slowSince = NONE;
            taken = written;
        }
        if (slowSince == NONE) {
            return false;
        }
        var elapsed = now - slowSince;
        var expected = limits.slowest() * ((elapsed - patience / 2) / 1e9);
        return elapsed > patience && written - pending - taken < expected;
    }

    private static void close(ChannelHandlerContext context, String reason) {
        ConnectionGuard.count(reason);
        var _ = context.close();
    }

    /// Sees requests and answers, where the other sees bytes.
    private final class Requests extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                answering++;
                headSince = NONE;
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (HttpPipeline.isEndOfAnswer(message)) {
                answering--;
            }
            var _ = context.write(message, promise);
        }
    }
}
