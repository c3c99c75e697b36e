package dev.steward.feedback;

import dev.steward.platform.database.Database;
import jakarta.inject.Singleton;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/// What tests write and read beside the application. Parameters by position (`?`).
@Singleton
public class Tables {

    private final Database database;

    Tables(Database database) {
        this.database = database;
    }

    public void execute(String sql, Object... parameters) {
        database.update(sql, update -> bind(update, parameters));
    }

    public int number(String sql, Object... parameters) {
        return read(Integer.class, sql, parameters);
    }

    public <T> T read(Class<T> type, String sql, Object... parameters) {
        return database.query(sql, query -> bind(query, parameters).mapTo(type).one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Object... parameters) {
        IntStream.range(0, parameters.length).forEach(i -> statement.bind(i, parameters[i]));
        return statement;
    }
}
