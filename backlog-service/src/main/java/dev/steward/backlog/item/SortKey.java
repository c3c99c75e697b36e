package dev.steward.backlog.item;

import dev.steward.platform.web.Cursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/// A column that lists are sorted by, as a cursor carries it.
enum SortKey {
    RANK(row -> row.standing().rank(), text -> text),
    CREATED(row -> String.valueOf(micros(row.createdAt())), SortKey::instant),
    NUMBER(row -> String.valueOf(row.number()), Long::valueOf),
    ID(row -> row.id().toString(), UUID::fromString);

    private final Function<ItemRow, String> writer;
    private final Function<String, Object> reader;

    SortKey(Function<ItemRow, String> writer, Function<String, Object> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    String write(ItemRow row) {
        return writer.apply(row);
    }

    Object read(String text) {
        return Cursor.key(text, reader);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
