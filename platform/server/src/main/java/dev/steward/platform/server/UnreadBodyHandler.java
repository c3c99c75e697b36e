package dev.steward.platform.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/// Ends a connection whose request is answered before its body has arrived, as RFC 9112, 9.6 says:
/// the answer names the end of the connection, and what still comes is thrown away as bytes, since
/// a caller who is cut off while sending may never see the answer. That lasts until the body or the
/// caller is at its end, or up to a bound of bytes and time. A little that is left is read as
/// usual, and the connection stays.
class UnreadBodyHandler extends ChannelInboundHandlerAdapter {

    private static final long LITTLE = 64 << 10;

    /// More than the largest file that an operation takes.
    private static final long MOST = 32 << 20;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final ConnectionLimits limits;
    private boolean placed;
    private boolean discarding;
    private long requests;
    private long received;
    private long answered;
    private long unread;
    private long discarded;

    UnreadBodyHandler(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!placed) {
            placed = true;
            HttpPipeline.add(context, new Messages(context));
        }
        if (discarding) {
            discarded += bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
            ReferenceCountUtil.release(bytes);
            if (discarded >= Math.min(unread, MOST)) {
                close(context);
            }
        } else {
            context.fireChannelRead(bytes);
        }
    }

    private void discard(ChannelHandlerContext context) {
        if (requests == received) {
            close(context);
            return;
        }
        discarding = true;
        // The application may have stopped reading.
        context.channel().config().setAutoRead(true);
        var end =
                context.executor()
                        .schedule(
                                () -> close(context),
                                limits.patience().toNanos(),
                                TimeUnit.NANOSECONDS);
        context.channel().closeFuture().addListener(_ -> end.cancel(false));
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    /// Sees requests and answers, where the other sees bytes.
    private final class Messages extends ChannelDuplexHandler {

        private final ChannelHandlerContext bytes;
        private boolean last;

        Messages(ChannelHandlerContext bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                requests++;
                unread = bodyLength(request);
            }
            if (message instanceof HttpContent content && unread != UNKNOWN) {
                unread -= content.content().readableBytes();
            }
            if (message instanceof LastHttpContent) {
                received++;
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (HttpPipeline.isAnswer(message) && message instanceof HttpResponse answer) {
                last = received == answered && unread > LITTLE;
                if (last) {
                    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
                }
            }
            var written = promise.unvoid();
            if (HttpPipeline.isEndOfAnswer(message)) {
                answered++;
                if (last) {
                    written.addListener(_ -> discard(bytes));
                }
            }
            var _ = context.write(message, written);
        }

        private static long bodyLength(HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                return 0;
            }
            return HttpUtil.isTransferEncodingChunked(request)
                    ? UNKNOWN
                    : HttpUtil.getContentLength(request, 0L);
        }
    }
}
