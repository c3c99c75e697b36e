package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The republishes of this service, in the order in which they were asked for.
@ApplicationScoped
class RepublishJobs {

    private static final String INSERT =
            """
            insert into republish_job (id, only_product, epoch, started_at)
            select ?, ?, epoch, clock_timestamp() from publisher returning *
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
            update republish_job set product_id = ?, source = ?, position = ?, snapshots = ?, completed_at = ?
            where id = ?
            """;

    private final DataSource database;

    RepublishJobs(DataSource database) {
        this.database = database;
    }

    /// It begins by the clock that the events' times are of: none falls between the two.
    RepublishJob add(UUID id, @Nullable UUID onlyProduct) {
        return list(INSERT, id, onlyProduct).getFirst();
    }

    List<RepublishJob> newest() {
        return list(NEWEST);
    }

    Optional<RepublishJob> lockNext() {
        return list(LOCK_NEXT).stream().findFirst();
    }

    /// In the transaction that asks for one.
    boolean isAllUnderWay() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
        return !list(ALL_UNDER_WAY).isEmpty();
    }

    void update(RepublishJob job) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UPDATE)) {
            update.setObject(1, job.product());
            update.setString(2, job.source());
            update.setString(3, job.position());
            update.setLong(4, job.snapshots());
            update.setObject(5, job.completedAt() == null ? null : utc(job.completedAt()));
            update.setObject(6, job.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private List<RepublishJob> list(String query, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var rows = select(connection, query, parameters)) {
            List<RepublishJob> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(read(rows));
            }
            return jobs;
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private static ResultSet select(
            Connection connection, String query, @Nullable Object... parameters)
            throws SQLException {
        var select = connection.prepareStatement(query);
        select.closeOnCompletion();
        for (var i = 0; i < parameters.length; i++) {
            select.setObject(i + 1, parameters[i]);
        }
        return select.executeQuery();
    }

    private static RepublishJob read(ResultSet row) throws SQLException {
        var completed = row.getObject("completed_at", OffsetDateTime.class);
        return new RepublishJob(
                row.getObject("id", UUID.class),
                row.getObject("only_product", UUID.class),
                row.getInt("epoch"),
                row.getObject("product_id", UUID.class),
                row.getString("source"),
                row.getString("position"),
                row.getLong("snapshots"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                completed == null ? null : completed.toInstant());
    }

    private static OffsetDateTime utc(java.time.Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
