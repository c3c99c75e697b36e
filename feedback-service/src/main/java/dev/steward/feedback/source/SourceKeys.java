package dev.steward.feedback.source;

import static java.util.stream.Collectors.groupingBy;

import dev.steward.platform.database.Database;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
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
                s.built_in, s.created_at, coalesce(k.last_used_at < :unusedSince, true) as long_unused
            from source_key k join source s on s.id = k.source_id where k.id = :id and k.secret_hash = :hash
            """;

    /// Never waits for another request that writes the same.
    private static final String USED =
            """
            update source_key set last_used_at = :now
            where id = (select id from source_key where id = :id for no key update skip locked)
            """;

    private final Database database;
    private final Clock clock;

    SourceKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty when the key does not exist or the secret is wrong.
    public Optional<AuthenticatedKey> authenticate(SourceKey key) {
        var now = clock.instant();
        var authenticated =
                database.query(
                        SOURCE_OF,
                        query ->
                                query.bind("unusedSince", now.minus(LAST_USED_PRECISION))
                                        .bind("id", key.id())
                                        .bind("hash", key.hash())
                                        .map(row ->
                                                new AuthenticatedKey(
                                                        key.id(),
                                                        Sources.read(row),
                                                        row.getColumn(
                                                                "long_unused", Boolean.class)))
                                        .findOne());
        authenticated
                .filter(AuthenticatedKey::longUnused)
                .ifPresent(used ->
                        database.update(
                                USED, update -> update.bind("now", now).bind("id", used.keyId())));
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
        return database.query(
                SELECT + "where id = :id",
                query -> query.bind("id", keyId).map(SourceKeys::read).findOne());
    }

    /// By source, oldest first.
    Map<UUID, List<LiveKey>> bySource(Collection<UUID> sources) {
        return database.query(
                SELECT + "where source_id = any (:sources) order by id",
                query ->
                        query.bindArray("sources", UUID.class, sources)
                                .map(SourceKeys::read)
                                .collect(groupingBy(LiveKey::sourceId)));
    }

    void add(UUID sourceId, SourceKey key, Instant at) {
        database.update(
                "insert into source_key (id, source_id, secret_hash, created_at) values (:id, :source, :hash, :at)",
                update ->
                        update.bind("id", key.id())
                                .bind("source", sourceId)
                                .bind("hash", key.hash())
                                .bind("at", at));
    }

    void delete(UUID keyId) {
        database.update(
                "delete from source_key where id = :id", update -> update.bind("id", keyId));
    }

    private static LiveKey read(RowView row) {
        return new LiveKey(
                row.getColumn("id", UUID.class),
                row.getColumn("source_id", UUID.class),
                row.getColumn("created_at", Instant.class),
                row.getColumn("last_used_at", Instant.class));
    }
}
