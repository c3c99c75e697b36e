package dev.steward.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/// Deletes what is no longer needed, some rows at a time, each time in a transaction of its own:
/// one statement over millions of rows would end at its timeout, every time.
@ApplicationScoped
public class ChunkedDeletion {

    private final Database database;

    ChunkedDeletion(Database database) {
        this.database = database;
    }

    /// @param sql deletes at most `:most` rows
    public void run(String sql, int most) {
        while (QuarkusTransaction.requiringNew().call(() -> delete(sql, most)) == most) {
            // Until none is left.
        }
    }

    private int delete(String sql, int most) {
        return database.update(sql, update -> update.bind("most", most));
    }
}
