package dev.steward.feedback.source;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sources of all products.
@ApplicationScoped
public class Sources implements PanacheRepositoryBase<Source, UUID> {

    private static final String DIRECT =
            "select "
                    + SourceSummary.COLUMNS
                    + " from source s where s.product_id = :product and s.built_in";

    private static final String CREATE_DIRECT =
            """
            insert into source (id, product_id, version, name, system, scopes, emails_verified, built_in, created_at)
            values (:id, :product, 1, 'Direct', 'direct', '{}', false, true, :now)
            on conflict (product_id) where built_in do nothing
            """;

    private final Database database;
    private final Clock clock;

    Sources(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The built-in source of what members submit; created when it is first needed. Every product
    /// has it, so that there is no event about it.
    @Transactional(Transactional.TxType.MANDATORY)
    public SourceSummary direct(UUID productId) {
        return findDirect(productId)
                .orElseGet(() -> {
                    createDirect(productId);
                    return findDirect(productId).orElseThrow();
                });
    }

    private Optional<SourceSummary> findDirect(UUID productId) {
        return database.query(
                DIRECT, query -> query.bind("product", productId).map(SourceSummary::of).findOne());
    }

    private void createDirect(UUID productId) {
        database.update(
                CREATE_DIRECT,
                update ->
                        update.bind("id", UuidCreator.getTimeOrderedEpoch())
                                .bind("product", productId)
                                .bind("now", clock.instant()));
    }

    /// A page of sources, oldest first.
    List<Source> page(UUID productId, @Nullable UUID after, int limit) {
        var where = "productId = :product";
        var parameters = Parameters.with("product", productId);
        if (after != null) {
            where += " and id > :after";
            parameters.and("after", after);
        }
        return find(where + " order by id", parameters).range(0, limit - 1).list();
    }

    /// Until the transaction ends nobody else changes the source or its keys.
    Source lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(SourceNotFound::new);
    }
}
