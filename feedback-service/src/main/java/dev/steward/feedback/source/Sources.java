package dev.steward.feedback.source;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads and writes sources.
@ApplicationScoped
public class Sources {

    private static final String SELECT =
            """
            select id, product_id, version, name, system, scopes, emails_verified, hands_over,
                built_in, created_at
            from source s
            """;
    private static final String INSERT =
            """
            insert into source (id, product_id, version, name, system, scopes, emails_verified, hands_over, built_in,
                created_at)
            values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?) on conflict (product_id) where built_in do nothing
            """;
    private final Statements statements;
    private final Clock clock;

    Sources(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /// The built-in source of what members submit; created when it is first needed. Every product
    /// has it, so that there is no event about it.
    @Transactional(Transactional.TxType.MANDATORY)
    public Source direct(UUID productId) {
        return findDirect(productId)
                .orElseGet(() -> {
                    add(newDirect(productId));
                    return findDirect(productId).orElseThrow();
                });
    }

    Optional<Source> find(UUID id) {
        return statements.first(SELECT + "where id = ?", Sources::read, id);
    }

    /// A page of sources, oldest first.
    List<Source> page(UUID productId, @Nullable UUID after, int limit) {
        return statements.list(
                SELECT
                        + "where product_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?",
                Sources::read,
                productId,
                after,
                after,
                limit);
    }

    /// Until the transaction ends nobody else changes the source or its keys.
    Source lock(UUID id) {
        return statements
                .first(SELECT + "where id = ? for no key update", Sources::read, id)
                .orElseThrow(SourceNotFound::new);
    }

    void saveVersion(Source source) {
        statements.execute(
                "update source set version = ? where id = ?", source.version(), source.id());
    }

    void add(Source source) {
        statements.execute(
                INSERT,
                source.id(),
                source.productId(),
                source.version(),
                source.name(),
                source.system(),
                source.scopes().stream().map(Scope::name).toList(),
                source.emailsVerified(),
                source.tellsPeople(),
                source.builtIn(),
                source.createdAt());
    }

    private Optional<Source> findDirect(UUID productId) {
        return statements.first(
                SELECT + "where product_id = ? and built_in", Sources::read, productId);
    }

    private Source newDirect(UUID productId) {
        return new Source(
                UuidCreator.getTimeOrderedEpoch(),
                productId,
                1,
                "Direct",
                Source.DIRECT,
                List.of(),
                false,
                false,
                true,
                clock.instant());
    }

    static Source read(Row row) throws SQLException {
        return new Source(
                row.id("id"),
                row.id("product_id"),
                row.version(),
                row.text("name"),
                row.text("system"),
                row.texts("scopes").stream().map(Scope::valueOf).toList(),
                row.flag("emails_verified"),
                row.flag("hands_over"),
                row.flag("built_in"),
                row.instant("created_at"));
    }
}
