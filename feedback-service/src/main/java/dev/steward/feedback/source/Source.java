package dev.steward.feedback.source;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.web.problem.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A system that submits feedback, such as a help desk.
@Entity
class Source {

    /// One, and another that replaces it.
    private static final int MAX_LIVE_KEYS = 2;

    @Id private UUID id;

    private UUID productId;
    private String name;
    private String system;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Scope> scopes;

    private boolean emailsVerified;

    @Column(name = "hands_over")
    private boolean tellsPeople;

    /// The built-in source of a product holds what its members submit. It is not created here: see
    /// [Sources#direct].
    private boolean builtIn;

    private Instant createdAt;
    private long version = 1;

    protected Source() {}

    Source(UUID productId, NewSource requested, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = productId;
        this.name = requested.name();
        this.system = requested.systemOrFromName();
        this.scopes = requested.scopesOrDefault();
        this.emailsVerified = requested.verifiesEmails();
        this.tellsPeople = requested.tellsItsPeople();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    SourceEvent created() {
        return new SourceEvent.Created(version, state());
    }

    /// @param live number of keys that it has
    /// @throws BuiltIn
    /// @throws TooManyKeys when it has two
    SourceEvent addKey(UUID key, long live) {
        if (builtIn) {
            throw new BuiltIn();
        }
        if (live >= MAX_LIVE_KEYS) {
            throw new TooManyKeys();
        }
        version++;
        return new SourceEvent.KeyCreated(version, state(), key);
    }

    SourceEvent revokeKey(UUID key) {
        version++;
        return new SourceEvent.KeyRevoked(version, state(), key);
    }

    private SourceEvent.State state() {
        return new SourceEvent.State(
                id, productId, name, system, scopes(), emailsVerified, tellsPeople);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    /// Name of the system of its external ids.
    String system() {
        return system;
    }

    List<Scope> scopes() {
        return List.copyOf(scopes);
    }

    /// Whether an e-mail address that it sends proves who the person is.
    boolean emailsVerified() {
        return emailsVerified;
    }

    /// Whether it tells its people itself what was released.
    boolean tellsPeople() {
        return tellsPeople;
    }

    boolean builtIn() {
        return builtIn;
    }

    UUID productId() {
        return productId;
    }

    Instant createdAt() {
        return createdAt;
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
