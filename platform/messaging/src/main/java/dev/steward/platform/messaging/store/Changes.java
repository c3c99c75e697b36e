package dev.steward.platform.messaging.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Field by field what a change did: `{"estimate": {"from": 3, "to": 5}}`. A long text is only
/// marked `{"changed": true}`: the state has it.
public final class Changes {

    private static final int LONG_TEXT = 1_000;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    public static Changes none() {
        return new Changes();
    }

    public static Changes of(String field, @Nullable Object from, @Nullable Object to) {
        return none().and(field, from, to);
    }

    /// Adds the field where the two differ; equal numbers of another scale do not.
    public Changes and(String field, @Nullable Object from, @Nullable Object to) {
        if (!same(from, to)) {
            fields.put(
                    field, isLong(from) || isLong(to) ? Map.of("changed", true) : fromTo(from, to));
        }
        return this;
    }

    /// Adds a fact that is no difference of one field, such as a list of moves.
    public Changes fact(String name, Object fact) {
        fields.put(name, fact);
        return this;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    @JsonValue
    public Map<String, Object> fields() {
        return fields;
    }

    private static boolean same(@Nullable Object from, @Nullable Object to) {
        return from instanceof BigDecimal a && to instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(from, to);
    }

    private static boolean isLong(@Nullable Object value) {
        return value instanceof String text && text.length() > LONG_TEXT;
    }

    private static Map<String, Object> fromTo(@Nullable Object from, @Nullable Object to) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("from", from);
        both.put("to", to);
        return both;
    }
}
