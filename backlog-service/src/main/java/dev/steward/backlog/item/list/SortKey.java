package dev.steward.backlog.item.list;

import dev.steward.platform.web.paging.Cursor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/// A sort column of item lists, as a cursor holds it.
enum SortKey {
    RANK(row -> row.rankAndScore().rank(), text -> text),
    /// With 6 decimals, which not everybody may see.
    SCORE(row -> row.sortScore().toPlainString(), BigDecimal::new),
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

    /// Whether the caller must not be able to read it in a cursor.
    boolean isConfidential() {
        return this == SCORE;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
