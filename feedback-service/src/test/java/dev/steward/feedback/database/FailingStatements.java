package dev.steward.feedback.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// Statements whose database session ends at a chosen one of them, as when the process crashes.
/// Later statements run in a new session.
public final class FailingStatements {

    private FailingStatements() {}

    /// @param statementsLeft decreases with every statement; at 0 the session ends
    public static Statements endingAt(
            DataSource database, ObjectMapper json, AtomicInteger statementsLeft) {
        var mortal =
                (DataSource)
                        Proxy.newProxyInstance(
                                DataSource.class.getClassLoader(),
                                new Class<?>[] {DataSource.class},
                                (_, method, arguments) -> {
                                    try {
                                        return mortal(
                                                (Connection) method.invoke(database, arguments),
                                                statementsLeft);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        return new Statements(mortal, json);
    }

    private static Object mortal(Connection connection, AtomicInteger statementsLeft) {
        return Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && statementsLeft.decrementAndGet() == 0) {
                        end(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void end(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException ended) {
            if (!String.valueOf(ended.getSQLState()).startsWith("57")
                    && !String.valueOf(ended.getSQLState()).startsWith("08")) {
                throw ended;
            }
        }
    }
}
