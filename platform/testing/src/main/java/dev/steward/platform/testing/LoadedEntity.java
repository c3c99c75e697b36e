package dev.steward.platform.testing;

import java.util.Map;

/// An entity as Hibernate loads it: its fields, without a decision. For plain tests of aggregates
/// whose rows are written by SQL, so that they have no constructor.
public final class LoadedEntity {

    private LoadedEntity() {}

    /// @param values of the fields that matter, by their names
    public static <T> T of(Class<T> type, Map<String, ?> values) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var loaded = constructor.newInstance();
            for (var value : values.entrySet()) {
                var field = type.getDeclaredField(value.getKey());
                field.setAccessible(true);
                field.set(loaded, value.getValue());
            }
            return loaded;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no such field or constructor.", e);
        }
    }
}
