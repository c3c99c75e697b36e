package dev.steward.platform.messaging.republish;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// After a restore from backup the versions of aggregates count again from where the backup was. A
/// higher epoch tells consumers that the owner's word is newer all the same.
@ApplicationScoped
public class Epochs {

    /// Whoever appends holds its place in the outbox until the commit. Without this wait an event
    /// of the old epoch could come behind the snapshot that does not hold it yet.
    private static final String AFTER_ALL_APPENDS = "lock table outbox in share mode";

    private static final String RAISE = "update publisher set epoch = epoch + 1 returning epoch";

    private final Database database;
    private final Republish republish;

    Epochs(Database database, Republish republish) {
        this.database = database;
        this.republish = republish;
    }

    /// @param epoch the new one
    /// @param republish the statement of everything in it, which has begun
    public record Raised(int epoch, RepublishJob.Progress republish) {}

    @Transactional
    public Raised raise() {
        database.update(AFTER_ALL_APPENDS, _ -> {});
        var epoch = database.query(RAISE, query -> query.mapTo(Integer.class).one());
        return new Raised(epoch, republish.request(null));
    }
}
