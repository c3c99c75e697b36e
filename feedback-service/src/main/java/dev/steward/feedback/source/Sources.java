package dev.steward.feedback.source;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
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
            values (:id, :productId, :version, :name, :system, :scopes, :emailsVerified, :tellsPeople, :builtIn, :createdAt) on conflict (product_id) where built_in do nothing
            """;
    private static final GenericType<List<Scope>> SCOPES = new GenericType<>() {};

    private final Database database;
    private final Clock clock;

    Sources(Database database, Clock clock) {
        this.database = database;
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
        return database.query(
                SELECT + "where id = :id",
                query -> query.bind("id", id).map(Sources::read).findOne());
    }

    /// A page of sources, oldest first.
    List<Source> page(UUID productId, @Nullable UUID after, int limit) {
        return database.query(
                SELECT
                        + "where product_id = :product and (:after::uuid is null or id > :after::uuid) order by id limit :limit",
                query ->
                        query.bind("product", productId)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(Sources::read)
                                .list());
    }

    /// Until the transaction ends nobody else changes the source or its keys.
    Source lock(UUID id) {
        return database.query(
                        SELECT + "where id = :id for no key update",
                        query -> query.bind("id", id).map(Sources::read).findOne())
                .orElseThrow(SourceNotFound::new);
    }

    void saveVersion(Source source) {
        database.update(
                "update source set version = :version where id = :id",
                update -> update.bind("version", source.version()).bind("id", source.id()));
    }

    void add(Source source) {
        var scopes = source.scopes().stream().map(Scope::name).toList();
        database.update(
                INSERT,
                update -> update.bindArray("scopes", String.class, scopes).bindMethods(source));
    }

    private Optional<Source> findDirect(UUID productId) {
        return database.query(
                SELECT + "where product_id = :product and built_in",
                query -> query.bind("product", productId).map(Sources::read).findOne());
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

    static Source read(RowView row) {
        return new Source(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("version", Long.class),
                row.getColumn("name", String.class),
                row.getColumn("system", String.class),
                row.getColumn("scopes", SCOPES),
                row.getColumn("emails_verified", Boolean.class),
                row.getColumn("hands_over", Boolean.class),
                row.getColumn("built_in", Boolean.class),
                row.getColumn("created_at", Instant.class));
    }
}
