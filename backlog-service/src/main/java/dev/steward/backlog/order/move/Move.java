package dev.steward.backlog.order.move;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Items to be placed together in the given sequence, and where.
record Move(List<UUID> items, Target target, @Nullable String reason) {

    /// The place, named by its neighbours and never by ranks.
    sealed interface Target {

        record Top() implements Target {}

        record Bottom() implements Target {}

        record After(UUID item) implements Target {}

        record Before(UUID item) implements Target {}

        /// Directly below `after`, as long as that stands above `before`.
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
