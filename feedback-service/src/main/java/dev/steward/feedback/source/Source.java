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

    /// One, and the one that replaces it.
    private static final int MAX_LIVE_KEYS = 2;

    /// The actor in events and the recorder of what a key brings in.
    public String actor() {
        return "source:" + id;
    }

    SourceEvent created() {
        return new SourceEvent.Created(this);
    }

    /// @param live how many keys it has already
    /// @throws TooManyKeys where two live
    SourceEvent.KeyCreated keyCreated(UUID key, int live) {
        if (builtIn) {
            throw new SourceIsBuiltIn();
        }
        if (live >= MAX_LIVE_KEYS) {
            throw new TooManyKeys();
        }
        return new SourceEvent.KeyCreated(next(), key);
    }

    SourceEvent.KeyRevoked keyRevoked(UUID key) {
        return new SourceEvent.KeyRevoked(next(), key);
    }

    private Source next() {
        return new Source(
                id,
                productId,
                version + 1,
                name,
                system,
                scopes,
                emailsVerified,
                tellsPeople,
                builtIn,
                createdAt);
    }
}
