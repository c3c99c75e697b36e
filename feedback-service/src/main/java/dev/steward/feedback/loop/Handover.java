package dev.steward.feedback.loop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a source needs to tell one of its people by itself, in its own words.
///
/// @param contactExternalId what it calls the person; null where it knows them by their address
///   only: an event is kept for ever
/// @param entries what they asked for, there or elsewhere
record Handover(UUID sourceId, @Nullable String contactExternalId, List<Entry> entries) {

    /// @param externalId what the entry is called where it came from
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(UUID id, @Nullable String externalId) {}
}
