package dev.steward.platform.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells failures that pass by themselves (connection, time-out, serialisation, deadlock, a
/// database that starts or stops) from faults. A request that meets one is answered 503 and may be
/// repeated; a record that meets one waits.
public final class TransientErrors {

    /// SQLSTATE classes: 08 connection, 40 rollback, 53 resources, 57 operator, 58 system.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /// 55P03 lock not available, 25P03 idle in transaction, 25006 read-only (a standby).
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25006");

    /// What the transaction manager says of a transaction that its timer has already rolled back.
    private static final String NOT_ACTIVE = "ARJUNA016102";

    private TransientErrors() {}

    public static boolean isTransient(Throwable failure) {
        return tree(failure).anyMatch(TransientErrors::passes);
    }

    /// @param overdue whether the transaction had passed its time limit by then: what the driver,
    ///   Hibernate and the transaction manager say of one that was ended under their hands is only
    ///   that a statement is closed, or that there is no transaction
    static boolean isTransient(Throwable failure, boolean overdue) {
        return isTransient(failure)
                || (overdue && tree(failure).anyMatch(TransientErrors::isOfAnEndedTransaction));
    }

    private static boolean isOfAnEndedTransaction(Throwable cause) {
        return cause instanceof SQLException
                || cause instanceof IllegalStateException
                || cause.getClass().getName().startsWith("org.hibernate.");
    }

    /// A failure with all its causes. The transaction manager suppresses the one that a commit met.
    private static Stream<Throwable> tree(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (found.add(next)) {
                Stream.ofNullable(next.getCause()).forEach(open::push);
                List.of(next.getSuppressed()).forEach(open::push);
            }
        }
        return found.stream();
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            // An IOException by descent only: text that is no JSON stays so.
            case JacksonException _ -> false;
            case IOException _, SQLTransientException _ -> true;
            case SQLException sql -> passes(sql);
            case SystemException _ -> true;
            // What made it roll back says whether that passes; time that has run out does.
            case RollbackException rollback -> hasTimedOut(rollback);
            default -> false;
        };
    }

    private static boolean hasTimedOut(RollbackException e) {
        return e.getMessage() != null && e.getMessage().startsWith(NOT_ACTIVE);
    }

    private static boolean passes(SQLException e) {
        var state = e.getSQLState();
        return state == null // Agroal: no connection in time
                || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
