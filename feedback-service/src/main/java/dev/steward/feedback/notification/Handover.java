package dev.steward.feedback.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a source needs to tell one of its people itself.
///
/// @param contactExternalId the person's id in the source; null where the source identifies them by
///   address, which events must not contain
/// @param entries what the person asked for, in this source or another
public record Handover(UUID sourceId, @Nullable String contactExternalId, List<Entry> entries) {

    /// @param externalId the entry's id in its source
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(UUID id, @Nullable String externalId) {}
}
