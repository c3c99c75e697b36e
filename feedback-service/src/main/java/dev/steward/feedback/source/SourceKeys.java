package dev.steward.feedback.source;

import static java.util.stream.Collectors.groupingBy;

import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// The valid keys of all sources. Every request with a key reads them here: they are not cached, so
/// that all instances refuse a revoked key at once.
@ApplicationScoped
public class SourceKeys implements PanacheRepositoryBase<SourceKey, UUID> {

    /// The key of a caller, and its source.
    ///
    /// @param longUnused whether the last use recorded is more than a minute ago
    public record AuthenticatedKey(UUID keyId, SourceSummary source, boolean longUnused) {

        private static AuthenticatedKey of(RowView row) {
            return new AuthenticatedKey(
                    row.getColumn("key_id", UUID.class),
                    SourceSummary.of(row),
                    row.getColumn("long_unused", Boolean.class));
        }
    }

    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    /// The database compares the hashes: its timing could reveal something about a hash, not about
    /// the secret.
    private static final String AUTHENTICATE =
            "select k.id as key_id, coalesce(k.last_used_at < :unusedSince, true) as long_unused, "
                    + SourceSummary.COLUMNS
                    + """
                     from source_key k join source s on s.id = k.source_id
                    where k.id = :id and k.secret_hash = :hash
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
    public Optional<AuthenticatedKey> authenticate(SourceKeyToken key) {
        var now = clock.instant();
        var authenticated =
                database.query(
                        AUTHENTICATE,
                        query ->
                                query.bind("unusedSince", now.minus(LAST_USED_PRECISION))
                                        .bind("id", key.id())
                                        .bind("hash", key.hash())
                                        .map(AuthenticatedKey::of)
                                        .findOne());
        if (authenticated.filter(AuthenticatedKey::longUnused).isPresent()) {
            database.update(USED, update -> update.bind("now", now).bind("id", key.id()));
        }
        return authenticated;
    }

    /// Checks again, in the transaction that writes: the key may have been revoked while the body
    /// of the request was being sent.
    ///
    /// @throws AuthenticationFailedException when it was revoked
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireLive(UUID keyId) {
        if (count("id", keyId) == 0) {
            throw new AuthenticationFailedException("the key has been revoked");
        }
    }

    /// @throws SourceKeyNotFound also for a key of another source
    SourceKey get(UUID source, UUID key) {
        return find("id = ?1 and sourceId = ?2", key, source)
                .firstResultOptional()
                .orElseThrow(SourceKeyNotFound::new);
    }

    /// Oldest first.
    List<SourceKey> of(UUID source) {
        return find("sourceId = ?1 order by id", source).list();
    }

    /// By source, oldest first.
    Map<UUID, List<SourceKey>> bySource(Collection<UUID> sources) {
        return list("sourceId in ?1 order by id", sources).stream()
                .collect(groupingBy(SourceKey::sourceId));
    }
}
