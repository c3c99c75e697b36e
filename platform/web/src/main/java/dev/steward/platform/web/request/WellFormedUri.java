package dev.steward.platform.web.request;

import dev.steward.platform.web.problem.Unreadable;
import dev.steward.platform.web.value.PlainText;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The request line, percent-decoded as strictly as a body: the framework puts a replacement
/// character where the bytes are not UTF-8, and a filter for `caf%E9` would find another row.
@Provider
@PreMatching
public class WellFormedUri implements ContainerRequestFilter {

    private final Instance<RoutingContext> routing;

    WellFormedUri(Instance<RoutingContext> routing) {
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = routing.get().request().uri();
        if (uri.indexOf('%') >= 0 && !isText(uri)) {
            throw new Unreadable(
                    "unreadable-request",
                    "The URI is not well-formed UTF-8 text without NUL.",
                    List.of());
        }
    }

    private static boolean isText(String uri) {
        var bytes = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) == '%') {
                if (i + 2 >= uri.length()
                        || !isHex(uri.charAt(i + 1))
                        || !isHex(uri.charAt(i + 2))) {
                    return false;
                }
                bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(uri.charAt(i));
            }
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString();
            return PlainText.fault(text).isEmpty();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isHex(char digit) {
        return Character.digit(digit, 16) >= 0 && digit < 128;
    }
}
