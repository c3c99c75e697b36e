package dev.steward.platform.database;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.QualifiedArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jspecify.annotations.Nullable;

/// Parameters that the driver takes as they are. For each parameter of each statement Jdbi asks its
/// factories one after the other, the last registered first: this one answers for nearly all.
final class BasicArgumentFactory implements QualifiedArgumentFactory.Preparable {

    private static final Map<QualifiedType<?>, Integer> SQL_TYPES =
            Map.of(
                    QualifiedType.of(UUID.class), Types.OTHER,
                    QualifiedType.of(String.class), Types.VARCHAR,
                    QualifiedType.of(Long.class), Types.BIGINT,
                    QualifiedType.of(Integer.class), Types.INTEGER,
                    QualifiedType.of(Boolean.class), Types.BOOLEAN,
                    QualifiedType.of(BigDecimal.class), Types.NUMERIC,
                    QualifiedType.of(LocalDate.class), Types.DATE);

    @Override
    public Optional<Function<Object, Argument>> prepare(
            QualifiedType<?> type, ConfigRegistry config) {
        return Optional.ofNullable(SQL_TYPES.get(type)).map(sql -> value -> argument(value, sql));
    }

    @Override
    public Optional<Argument> build(
            QualifiedType<?> type, @Nullable Object value, ConfigRegistry config) {
        return Optional.ofNullable(SQL_TYPES.get(type)).map(sql -> argument(value, sql));
    }

    private static Argument argument(@Nullable Object value, int sqlType) {
        return (position, statement, _) -> {
            if (value == null) {
                statement.setNull(position, sqlType);
            } else {
                statement.setObject(position, value);
            }
        };
    }
}
