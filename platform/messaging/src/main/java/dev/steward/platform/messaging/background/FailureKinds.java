package dev.steward.platform.messaging.background;

import com.fasterxml.jackson.core.JacksonException;
import dev.steward.platform.messaging.consume.PartitionTaken;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// Classifies why a batch failed: whether to try again without end, a few times, or not at all.
public final class FailureKinds {

    enum Kind {
        /// It passes by itself, whatever the batch is: waited for, for ever.
        TRANSIENT,
        /// Time or memory did not suffice. That may pass or may be the batch's own doing: tried a
        /// few times only.
        LIMIT_REACHED,
        /// It comes back with the same records.
        PERMANENT
    }

    /// Classes of SQLSTATE: 08 connection, 40 rollback (serialisation, deadlock), 53 resources, 57
    /// operator (the server starts or stops), 58 system.
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");

    /// 55P03 lock not available, 25006 read-only (a standby).
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "25006");

    /// 57014 statement timeout, 53200 out of memory, 53400 temporary files over their limit, 25P03
    /// and 25P04 transaction too long.
    private static final Set<String> LIMIT_STATES =
            Set.of("57014", "53200", "53400", "25P03", "25P04");

    private FailureKinds() {}

    /// @param overdue whether the transaction had passed its time limit: then what it says last is
    ///   often only that there is no transaction any more
    static Kind kindOf(Throwable failure, boolean overdue) {
        return chain(failure)
                .flatMap(cause -> specificKind(cause).stream())
                .findFirst()
                .orElseGet(() -> overdue ? Kind.LIMIT_REACHED : genericKind(failure));
    }

    public static String describe(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /// The transaction manager wraps everything, an `Error` too; that is for the thread to meet.
    static void rethrowError(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
    }

    private static Optional<Kind> specificKind(Throwable cause) {
        return switch (cause) {
            case PartitionTaken _, RetriableException _, SQLTransientConnectionException _ ->
                    Optional.of(Kind.TRANSIENT);
            case SQLException sql -> ofState(sql.getSQLState());
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> ofState(@Nullable String state) {
        if (state == null) {
            return Optional.empty();
        }
        if (LIMIT_STATES.contains(state)) {
            return Optional.of(Kind.LIMIT_REACHED);
        }
        return Optional.of(
                TRANSIENT_STATES.contains(state) || TRANSIENT_CLASSES.contains(classOf(state))
                        ? Kind.TRANSIENT
                        : Kind.PERMANENT);
    }

    private static String classOf(String state) {
        return state.length() == 5 ? state.substring(0, 2) : "";
    }

    /// Without an SQLSTATE: the pool has no connection, or the network says so itself. That a
    /// transaction was rolled back says nothing by itself.
    private static Kind genericKind(Throwable failure) {
        if (chain(failure).anyMatch(FailureKinds::isOfTheNetwork)) {
            return Kind.TRANSIENT;
        }
        return chain(failure)
                        .anyMatch(cause ->
                                cause instanceof RollbackException
                                        || cause instanceof SystemException)
                ? Kind.LIMIT_REACHED
                : Kind.PERMANENT;
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return switch (cause) {
            // An IOException by descent only: text that is no JSON stays so.
            case JacksonException _ -> false;
            case IOException _, SQLException _ -> true;
            default -> false;
        };
    }

    /// Causes, and what was suppressed: the transaction manager reports there why a commit failed.
    private static Stream<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var found = Stream.<Throwable>builder();
        var ahead = new ArrayDeque<Throwable>(java.util.List.of(failure));
        while (!ahead.isEmpty()) {
            var one = ahead.removeFirst();
            if (seen.add(one)) {
                found.add(one);
                if (one.getCause() != null) {
                    ahead.addLast(one.getCause());
                }
                ahead.addAll(java.util.List.of(one.getSuppressed()));
            }
        }
        return found.build();
    }
}
