package dev.steward.feedback.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// Queries that count the rows which all nodes of their plans read: a measure of work that does not
/// depend on the machine.
public final class ScannedRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScannedRows() {}

    public static Statements over(DataSource database, ObjectMapper json, AtomicLong rows) {
        var explaining =
                proxy(
                        DataSource.class,
                        (method, arguments) ->
                                connection((Connection) call(database, method, arguments), rows));
        return new Statements(explaining, json);
    }

    private static Connection connection(Connection real, AtomicLong rows) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    if (!method.getName().equals("prepareStatement")) {
                        return call(real, method, arguments);
                    }
                    var explain =
                            real.prepareStatement("explain (analyze, format json) " + arguments[0]);
                    return statement(real.prepareStatement((String) arguments[0]), explain, rows);
                });
    }

    private static PreparedStatement statement(
            PreparedStatement real, PreparedStatement explain, AtomicLong rows) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().equals("executeQuery")) {
                        rows.addAndGet(touched(explain));
                    } else {
                        call(explain, method, arguments);
                    }
                    return call(real, method, arguments);
                });
    }

    private static long touched(PreparedStatement explain) throws SQLException {
        try (var plan = explain.executeQuery()) {
            plan.next();
            return touched(JSON.readTree(plan.getString(1)).get(0).get("Plan"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long touched(JsonNode node) {
        var each =
                node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble()
                        + node.path("Rows Removed by Join Filter").asDouble();
        var sum = (long) (each * node.path("Actual Loops").asDouble());
        for (var child : node.path("Plans")) {
            sum += touched(child);
        }
        return sum;
    }

    private interface Call {
        Object with(Method method, Object[] arguments) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Call call) {
        return (T)
                Proxy.newProxyInstance(
                        ScannedRows.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) ->
                                call.with(method, arguments == null ? new Object[0] : arguments));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
