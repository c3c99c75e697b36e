package dev.steward.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/// Connections that die at a chosen statement, as if the process or the network had gone just
/// there.
public final class Faulty {

    private Faulty() {}

    /// Runs `at` before the first statement that `when` recognises; `at` may throw or do something
    /// behind the connection's back.
    public static ConnectionFactory connections(
            ConnectionFactory real, Predicate<String> when, Step at) {
        return () -> wrap(real.openConnection(), when, at);
    }

    /// A pool whose connections do the same; each knows only its own statements.
    public static DataSource source(DataSource real, Predicate<String> when, Step at) {
        return (DataSource)
                Proxy.newProxyInstance(
                        Faulty.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("getConnection")) {
                                return wrap(real.getConnection(), when, at);
                            }
                            return method.invoke(real, arguments);
                        });
    }

    /// Ends the session from the server's side: the next statement finds the connection gone.
    public static void terminate(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException ended) {
            assertThat(ended.getSQLState()).isIn("57P01", "08006", "08003");
        }
    }

    public interface Step {
        void run(Connection connection) throws SQLException;
    }

    private static Connection wrap(Connection real, Predicate<String> when, Step at) {
        return (Connection)
                Proxy.newProxyInstance(
                        Faulty.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (when.test(step(method.getName(), arguments))) {
                                at.run(real);
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /// `commit` or the SQL prepared.
    private static String step(String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "commit" -> "commit";
            case "prepareStatement" -> arguments == null ? "" : String.valueOf(arguments[0]);
            default -> "";
        };
    }
}
