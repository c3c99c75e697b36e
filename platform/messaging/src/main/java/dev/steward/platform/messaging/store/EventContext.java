package dev.steward.platform.messaging.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who or what caused a change: recorded with every event.
///
/// @param actor the subject of the person or machine, or `system:<what>` for a reaction
/// @param onBehalfOf the subject for whom the actor acts (a delegate, a recorded vote)
/// @param requestId the HTTP request at the start of the chain
/// @param causeId the event that this change reacts to
/// @param traceparent W3C trace context
public record EventContext(
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String requestId,
        @Nullable UUID causeId,
        @Nullable String traceparent) {

    /// Of a change that nobody asked for: a clock, a start-up.
    public static EventContext system(String what) {
        return new EventContext("system:" + what, null, null, null, null);
    }
}
