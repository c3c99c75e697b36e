package dev.steward.platform.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Runs SQL statements with Jdbi, in the current transaction or, without one, each by itself.
///
/// Hibernate and Jdbi share the connection of a transaction, but neither sees what the other keeps
/// in memory. So what entities have changed is written before each statement here, and entities
/// whose rows a statement changes are named with it, to be read again.
@ApplicationScoped
public class Database {

    /// The session of the current transaction.
    private record Entities(Session session, TransactionSynchronizationRegistry transaction) {

        void flush() {
            if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
                session.flush();
            }
        }
    }

    private final Jdbi jdbi;
    private final @Nullable Entities entities;

    @Inject
    protected Database(
            DataSource connections,
            ObjectMapper json,
            Instance<Session> session,
            Instance<SqlLogger> logger,
            TransactionSynchronizationRegistry transaction) {
        this.jdbi = JdbiSettings.jdbi(connections, json);
        logger.stream().forEach(jdbi::setSqlLogger);
        // A module without entities has no session.
        this.entities = session.isResolvable() ? new Entities(session.get(), transaction) : null;
    }

    /// Over connections of which no entity knows.
    public Database(DataSource connections, ObjectMapper json) {
        this.jdbi = JdbiSettings.jdbi(connections, json);
        this.entities = null;
    }

    /// Runs a statement that returns rows.
    ///
    /// @param reading binds the parameters (`:name`) and reads the rows, as in `query ->
    ///   query.bind("id", id).map(ROW).list()`
    /// @throws JdbiException when the statement fails; its causes say whether trying again can help
    public <T extends @Nullable Object> T query(String sql, Function<Query, T> reading) {
        return with(handle -> {
            try (var query = handle.createQuery(sql)) {
                return reading.apply(query);
            }
        });
    }

    /// Runs a statement that changes rows.
    ///
    /// @param binding binds the parameters (`:name`)
    /// @param changed entities of this transaction whose rows it changes: they are read again
    /// @return rows changed
    /// @throws JdbiException when the statement fails; its causes say whether trying again can help
    public int update(String sql, Consumer<Update> binding, Object... changed) {
        var rows =
                with(handle -> {
                    try (var update = handle.createUpdate(sql)) {
                        binding.accept(update);
                        return update.execute();
                    }
                });
        if (entities != null) {
            Stream.of(changed).forEach(entities.session()::refresh);
        }
        return rows;
    }

    /// Runs several statements on one connection, or one that is neither a query nor an update.
    public <T extends @Nullable Object> T with(Function<Handle, T> statements) {
        if (entities != null) {
            entities.flush();
        }
        try (var handle = jdbi.open()) {
            return statements.apply(handle);
        }
    }
}
