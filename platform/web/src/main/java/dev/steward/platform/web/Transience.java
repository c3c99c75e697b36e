package dev.steward.platform.web;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/// Tells failures that pass by themselves (connection, time-out, serialisation, deadlock, a
/// database that starts or stops) from faults. A request that meets one is answered 503 and may be
/// repeated; a record that meets one waits.
public final class Transience {

    /// SQLSTATE classes: 08 connection, 40 rollback, 53 resources, 57 operator, 58 system.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /// 55P03 lock not available, 25P03 idle in transaction, 25006 read-only (a standby).
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25006");

    private Transience() {}

    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            // An IOException by descent only: text that is no JSON stays so.
            case JacksonException _ -> false;
            case IOException _, SQLTransientException _ -> true;
            case SQLException sql -> passes(sql);
            // Quarkus' pool and transaction manager report a lost connection in these.
            case jakarta.transaction.SystemException _, jakarta.transaction.RollbackException _ ->
                    true;
            default -> false;
        };
    }

    private static boolean passes(SQLException e) {
        var state = e.getSQLState();
        return state == null // Agroal: no connection in time
                || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
