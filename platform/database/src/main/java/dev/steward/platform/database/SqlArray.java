package dev.steward.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// An array as one parameter: `query.bind("ids", SqlArray.uuids(ids))`, in SQL `any (:ids)` or
/// `unnest(:ids)`. Jdbi's own `bindArray` works out the array's type anew each time, which costs
/// more than the rest of a small statement.
public final class SqlArray implements Argument {

    private final String elementType;
    private final @Nullable Object[] elements;

    private SqlArray(String elementType, Collection<?> elements) {
        this.elementType = elementType;
        this.elements = elements.toArray();
    }

    public static SqlArray uuids(Collection<UUID> elements) {
        return new SqlArray("uuid", elements);
    }

    public static SqlArray texts(Collection<? extends @Nullable String> elements) {
        return new SqlArray("text", elements);
    }

    public static SqlArray bigints(Collection<Long> elements) {
        return new SqlArray("bigint", elements);
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context)
            throws SQLException {
        statement.setArray(
                position, statement.getConnection().createArrayOf(elementType, elements));
    }
}
