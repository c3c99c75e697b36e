package dev.steward.platform.messaging.republish;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// The republishes of this service, in the order in which they were asked for.
@ApplicationScoped
class RepublishJobs {

    private static final String INSERT =
            """
            insert into republish_job (id, only_product, epoch, started_at)
            select :id, cast(:product as uuid), epoch, clock_timestamp() from publisher returning *
            """;
    private static final String NEWEST = "select * from republish_job order by id desc limit 20";

    /// Another instance takes the one after it, or none.
    private static final String LOCK_NEXT =
            """
            select * from republish_job where completed_at is null order by id limit 1 for update skip locked
            """;

    /// Who asks waits for whoever asks at the same time, and then finds what that one asked for.
    private static final String ONE_AT_A_TIME = "select * from publisher for update";

    private static final String ALL_UNDER_WAY =
            "select * from republish_job where completed_at is null and only_product is null";

    private static final String UPDATE =
            """
            update republish_job set product_id = :product, source = :source, position = :position, snapshots = :snapshots,
                completed_at = :completedAt
            where id = :id
            """;

    private final Database database;

    RepublishJobs(Database database) {
        this.database = database;
    }

    /// It begins by the clock that the events' times are of: none falls between the two.
    RepublishJob add(UUID id, @Nullable UUID onlyProduct) {
        return database.query(
                INSERT,
                query ->
                        query.bind("id", id)
                                .bind("product", onlyProduct)
                                .map(RepublishJobs::job)
                                .one());
    }

    List<RepublishJob> newest() {
        return list(NEWEST);
    }

    Optional<RepublishJob> lockNext() {
        return list(LOCK_NEXT).stream().findFirst();
    }

    /// In the transaction that asks for one.
    boolean isAllUnderWay() {
        database.query(ONE_AT_A_TIME, query -> query.mapToMap().one());
        return !list(ALL_UNDER_WAY).isEmpty();
    }

    void update(RepublishJob job) {
        database.update(
                UPDATE,
                update ->
                        update.bind("id", job.id())
                                .bind("product", job.product())
                                .bind("source", job.source())
                                .bind("position", job.position())
                                .bind("snapshots", job.snapshots())
                                .bind("completedAt", job.completedAt()));
    }

    private List<RepublishJob> list(String sql) {
        return database.query(sql, query -> query.map(RepublishJobs::job).list());
    }

    private static RepublishJob job(RowView row) {
        return new RepublishJob(
                row.getColumn("id", UUID.class),
                row.getColumn("only_product", UUID.class),
                row.getColumn("epoch", Integer.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("source", String.class),
                row.getColumn("position", String.class),
                row.getColumn("snapshots", Long.class),
                row.getColumn("started_at", Instant.class),
                row.getColumn("completed_at", Instant.class));
    }
}
