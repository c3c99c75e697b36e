package dev.steward.feedback.source;

import dev.steward.platform.web.problem.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A system that submits feedback, such as a help desk.
///
/// @param system name of the system of its external ids: two sources of one system share people and
///   companies
/// @param emailsVerified whether an e-mail address that it sends proves who the person is
/// @param tellsPeople whether it tells its people itself what was released
/// @param builtIn true for the source of what members submit
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

    /// One, and another that replaces it.
    private static final int MAX_LIVE_KEYS = 2;

    /// The actor in events, and `recordedBy` of what its keys submit.
    public String actor() {
        return "source:" + id;
    }

    SourceEvent created() {
        return new SourceEvent.Created(this);
    }

    /// @param live number of keys that it has
    /// @throws TooManyKeys when it has two
    SourceEvent.KeyCreated keyCreated(UUID key, int live) {
        if (builtIn) {
            throw new BuiltIn();
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

    /// Two keys are valid while one replaces the other; nobody needs a third.
    static final class TooManyKeys extends Conflict {

        TooManyKeys() {
            super(
                    "too-many-keys",
                    "The source has two keys, which is the maximum: revoke one of them first.");
        }
    }

    /// Members submit to the built-in source with their own tokens.
    static final class BuiltIn extends Conflict {

        BuiltIn() {
            super("source-is-built-in", "The built-in source of a product has no keys.");
        }
    }
}
