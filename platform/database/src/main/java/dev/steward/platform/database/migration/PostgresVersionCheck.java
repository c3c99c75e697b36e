package dev.steward.platform.database.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// Refuses a PostgreSQL that is too old, in a sentence: migrations use functions that it does not
/// have.
final class PostgresVersionCheck implements Callback {

    static final int VERSION = 18;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            require(context.getConnection().getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw new FlywayException("PostgreSQL does not tell its version.", e);
        }
    }

    static void require(int version) {
        if (version < VERSION) {
            throw new FlywayException(
                    "Steward needs PostgreSQL %d or newer; this server is version %d."
                            .formatted(VERSION, version));
        }
    }

    @Override
    public String getCallbackName() {
        return "required-postgres";
    }
}
