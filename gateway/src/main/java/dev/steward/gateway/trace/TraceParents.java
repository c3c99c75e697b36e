package dev.steward.gateway.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// Accepts the W3C trace context of a caller: version 00 with ids that are not all zero. Anything
/// else starts a new trace.
class TraceParents {

    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParents() {}

    static String acceptedOrNew(List<String> offered) {
        return offered.size() == 1 && WELL_FORMED.matcher(offered.getFirst()).matches()
                ? offered.getFirst()
                : "00-%s%s-%s-00".formatted(sixteenDigits(), sixteenDigits(), sixteenDigits());
    }

    private static String sixteenDigits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
