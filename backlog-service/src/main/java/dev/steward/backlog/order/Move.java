package dev.steward.backlog.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Items that shall stand together in the given sequence, and where.
record Move(List<UUID> items, Target target, @Nullable String reason) {

    /// Named by neighbours, never by keys.
    sealed interface Target {

        record Top() implements Target {}

        record Bottom() implements Target {}

        record After(UUID item) implements Target {}

        record Before(UUID item) implements Target {}

        /// Directly after one item, as long as it stands above the other.
        record Between(UUID after, UUID before) implements Target {}

        default List<UUID> neighbours() {
            return switch (this) {
                case Top _, Bottom _ -> List.of();
                case After(UUID item) -> List.of(item);
                case Before(UUID item) -> List.of(item);
                case Between(UUID after, UUID before) -> List.of(after, before);
            };
        }
    }
}
