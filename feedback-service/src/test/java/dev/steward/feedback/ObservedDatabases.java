package dev.steward.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.Database;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Databases whose statements are seen before they run.
@Singleton
public class ObservedDatabases {

    @Vetoed
    private static final class Observed extends Database {

        private final SqlLogger observer;

        Observed(ObservedDatabases of, SqlLogger observer) {
            super(of.database, of.json, of.session, of.logger, of.transaction);
            this.observer = observer;
        }

        @Override
        public <T extends @Nullable Object> T with(Function<Handle, T> statements) {
            return super.with(handle -> {
                handle.getConfig(SqlStatements.class).setSqlLogger(observer);
                return statements.apply(handle);
            });
        }
    }

    private final DataSource database;
    private final ObjectMapper json;
    private final Instance<Session> session;
    private final Instance<SqlLogger> logger;
    private final TransactionSynchronizationRegistry transaction;

    ObservedDatabases(
            DataSource database,
            ObjectMapper json,
            Instance<Session> session,
            Instance<SqlLogger> logger,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.json = json;
        this.session = session;
        this.logger = logger;
        this.transaction = transaction;
    }

    /// The database session ends at a chosen statement, as when the process crashes. Later
    /// statements run in a new session.
    ///
    /// @param left decreases with every statement; at 0 the session ends
    public Database endingAt(AtomicInteger left) {
        return new Observed(
                this,
                new SqlLogger() {
                    @Override
                    public void logBeforeExecution(StatementContext context) {
                        if (left.decrementAndGet() == 0) {
                            end(context.getConnection());
                        }
                    }
                });
    }

    /// @param rows counts the rows that all nodes of the queries' plans read: a measure of work
    ///   that does not depend on the machine
    public Database scanning(AtomicLong rows) {
        return new Observed(
                this,
                new SqlLogger() {
                    @Override
                    public void logBeforeExecution(StatementContext context) {
                        rows.addAndGet(scanned(context.getStatement()));
                    }
                });
    }

    private static void end(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException ended) {
            if (!String.valueOf(ended.getSQLState()).matches("(57|08).*")) {
                throw new IllegalStateException(ended);
            }
        }
    }

    /// @param bound is shown by the driver with its parameters
    private long scanned(PreparedStatement bound) {
        try (var statement = bound.getConnection().createStatement();
                var plan =
                        statement.executeQuery(
                                "explain (analyze, format json) "
                                        + bound.unwrap(org.postgresql.PGStatement.class))) {
            plan.next();
            return scanned(json.readTree(plan.getString(1)).get(0).get("Plan"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long scanned(JsonNode node) {
        var each =
                node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble()
                        + node.path("Rows Removed by Join Filter").asDouble();
        var sum = (long) (each * node.path("Actual Loops").asDouble());
        for (var child : node.path("Plans")) {
            sum += scanned(child);
        }
        return sum;
    }
}
