package dev.steward.platform.server;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/// What the handlers of bytes ask of the HTTP/1 codec that the server puts behind them.
final class HttpPipeline {

    private HttpPipeline() {}

    /// Adds a handler of requests and answers.
    ///
    /// @return false where HTTP/1 is not spoken, or inside of TLS
    static boolean add(ChannelHandlerContext context, ChannelHandler ofMessages) {
        var encoder = context.pipeline().context(HttpResponseEncoder.class);
        if (encoder == null) {
            return false;
        }
        context.pipeline().addAfter(encoder.name(), null, ofMessages);
        return true;
    }

    static boolean isAnswer(Object message) {
        return message instanceof HttpResponse && !isInterim(message);
    }

    static boolean isEndOfAnswer(Object message) {
        return message instanceof LastHttpContent && !isInterim(message);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
