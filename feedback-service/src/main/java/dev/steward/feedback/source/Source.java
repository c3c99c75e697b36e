package dev.steward.feedback.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A place that feedback comes from.
///
/// @param system the word for its external ids: two sources of one system know the same people
/// @param emailsVerified whether an address it gives proves who somebody is
/// @param tellsPeople whether it says itself what became of what its people asked for
/// @param builtIn the one that entries posted by people belong to
public record Source(
        UUID id,
        UUID productId,
        long version,
        String name,
        String system,
        List<Scope> scopes,
        boolean emailsVerified,
        boolean tellsPeople,
        boolean builtIn,
        Instant createdAt) {

    public static final String DIRECT = "direct";

    /// The actor in events and the recorder of what a key brings in.
    public String actor() {
        return "source:" + id;
    }

    SourceEvent created() {
        return new SourceEvent.Created(this);
    }
}
