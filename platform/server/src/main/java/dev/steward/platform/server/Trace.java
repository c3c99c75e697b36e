package dev.steward.platform.server;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ids of a request in logs, events, answers and the requests that follow from it: those of the
/// caller when they are well-formed, otherwise new ones.
///
/// @param requestId at most 64 characters of `[A-Za-z0-9._-]`, since it is written to logs and
///   events; a UUIDv7 when it was made here
/// @param traceParent W3C trace context, version 00, with ids that are not all zero
public record Trace(String requestId, String traceParent) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACE_PARENT = "traceparent";

    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE_PARENT_FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String KEY = Trace.class.getName();

    /// The same each time it is asked for within a request.
    public static Trace of(RoutingContext context) {
        Trace known = context.get(KEY);
        if (known != null) {
            return known;
        }
        var headers = context.request().headers();
        var trace = of(headers.get(REQUEST_ID), headers.getAll(TRACE_PARENT));
        context.put(KEY, trace);
        return trace;
    }

    static Trace of(@Nullable String requestId, List<String> traceParents) {
        return new Trace(
                requestId != null && REQUEST_ID_FORM.matcher(requestId).matches()
                        ? requestId
                        : UuidCreator.getTimeOrderedEpochFast().toString(),
                traceParents.size() == 1
                                && TRACE_PARENT_FORM.matcher(traceParents.getFirst()).matches()
                        ? traceParents.getFirst()
                        : "00-%s%s-%s-00"
                                .formatted(sixteenDigits(), sixteenDigits(), sixteenDigits()));
    }

    private static String sixteenDigits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    /// The trace id: 32 hexadecimal digits.
    public String traceId() {
        return traceParent.substring(3, 35);
    }
}
