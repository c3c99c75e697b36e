package dev.steward.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.qualifier.Qualifier;

/// A value that is JSON in the database.
///
/// @param value what Jackson can write. Bound as text: many rows are one parameter that way, read
///   in SQL by `jsonb_to_recordset(cast(:rows as jsonb))`
public record Json(Object value) {

    /// Marks a type that is read from JSON.
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
    public @interface Column {}

    /// The type of a column, for `row.getColumn(name, type)`.
    public static <T> QualifiedType<T> column(GenericType<T> type) {
        return QualifiedType.of(type).with(Column.class);
    }

    /// As [#column(GenericType)].
    public static <T> QualifiedType<T> column(Class<T> type) {
        return QualifiedType.of(type).with(Column.class);
    }
}
