package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/// After a restore from backup the versions of aggregates count again from where the backup was. A
/// higher epoch tells consumers that the owner's word is newer all the same.
@ApplicationScoped
public class Epochs {

    /// Whoever appends holds its place in the outbox until the commit. Without this wait an event
    /// of the old epoch could come behind the snapshot that does not hold it yet.
    private static final String AFTER_ALL_APPENDS = "lock table outbox in share mode";

    private static final String RAISE = "update publisher set epoch = epoch + 1 returning epoch";

    private final DataSource database;
    private final Republish republish;

    Epochs(DataSource database, Republish republish) {
        this.database = database;
        this.republish = republish;
    }

    /// @param epoch the new one
    /// @param republish the statement of everything in it, which has begun
    public record Raised(int epoch, RepublishJob.Progress republish) {}

    @Transactional
    public Raised raise() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(AFTER_ALL_APPENDS);
            try (var row = statement.executeQuery(RAISE)) {
                row.next();
                return new Raised(row.getInt(1), republish.request(null));
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }
}
