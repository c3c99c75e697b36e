package dev.steward.gateway.trace;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Accepts request ids of callers only when they are short and of harmless characters, because they
/// are written to logs and events.
class RequestIds {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    static String acceptedOrNew(@Nullable String offered) {
        return offered != null && WELL_FORMED.matcher(offered).matches()
                ? offered
                : UuidCreator.getTimeOrderedEpochFast().toString();
    }
}
