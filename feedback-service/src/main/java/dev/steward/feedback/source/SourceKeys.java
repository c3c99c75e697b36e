package dev.steward.feedback.source;

import static java.util.stream.Collectors.groupingBy;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads and writes the valid keys of sources. Every request with a key reads them here: they are
/// not cached, so that all instances refuse a revoked key at once.
@ApplicationScoped
public class SourceKeys {

    /// A valid key, without its secret.
    ///
    /// @param lastUsedAt to the minute; null when never used
    record LiveKey(UUID id, UUID sourceId, Instant createdAt, @Nullable Instant lastUsedAt) {}

    /// The key of a caller, and its source.
    ///
    /// @param longUnused whether the last use recorded is more than a minute ago
    public record AuthenticatedKey(UUID keyId, Source source, boolean longUnused) {}

    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    private static final String SELECT =
            "select id, source_id, created_at, last_used_at from source_key ";

    /// The database compares the hashes: its timing could reveal something about a hash, not about
    /// the secret.
    private static final String SOURCE_OF =
            """
            select s.id, s.product_id, s.version, s.name, s.system, s.scopes, s.emails_verified, s.hands_over,
                s.built_in, s.created_at, coalesce(k.last_used_at < ?, true) as long_unused
            from source_key k join source s on s.id = k.source_id where k.id = ? and k.secret_hash = ?
            """;

    /// Never waits for another request that writes the same.
    private static final String USED =
            """
            update source_key set last_used_at = ?
            where id = (select id from source_key where id = ? for no key update skip locked)
            """;

    private final Statements statements;
    private final Clock clock;

    SourceKeys(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /// Empty when the key does not exist or the secret is wrong.
    public Optional<AuthenticatedKey> authenticate(SourceKey key) {
        var now = clock.instant();
        var authenticated =
                statements.first(
                        SOURCE_OF,
                        row ->
                                new AuthenticatedKey(
                                        key.id(), Sources.read(row), row.flag("long_unused")),
                        now.minus(LAST_USED_PRECISION),
                        key.id(),
                        key.hash());
        authenticated
                .filter(AuthenticatedKey::longUnused)
                .ifPresent(used -> statements.execute(USED, now, used.keyId()));
        return authenticated;
    }

    /// Checks again, in the transaction that writes: the key may have been revoked while the body
    /// of the request was being sent.
    ///
    /// @throws AuthenticationFailedException when it was revoked
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireLive(UUID keyId) {
        if (find(keyId).isEmpty()) {
            throw new AuthenticationFailedException("the key has been revoked");
        }
    }

    Optional<LiveKey> find(UUID keyId) {
        return statements.first(SELECT + "where id = ?", SourceKeys::read, keyId);
    }

    /// By source, oldest first.
    Map<UUID, List<LiveKey>> bySource(Collection<UUID> sources) {
        return statements
                .list(
                        SELECT + "where source_id = any (?::uuid[]) order by id",
                        SourceKeys::read,
                        sources)
                .stream()
                .collect(groupingBy(LiveKey::sourceId));
    }

    void add(UUID sourceId, SourceKey key, Instant at) {
        statements.execute(
                "insert into source_key (id, source_id, secret_hash, created_at) values (?, ?, ?, ?)",
                key.id(),
                sourceId,
                key.hash(),
                at);
    }

    void delete(UUID keyId) {
        statements.execute("delete from source_key where id = ?", keyId);
    }

    private static LiveKey read(Row row) throws SQLException {
        return new LiveKey(
                row.id("id"),
                row.id("source_id"),
                row.instant("created_at"),
                row.instantOrNull("last_used_at"));
    }
}
