package dev.steward.backlog.item;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of an item.
public sealed interface BacklogItemEvent extends DomainEvent {

    @Override
    ItemState state();

    long version();

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("item", state().id(), version());
    }

    /// @param rank the first rank; consumers that keep the order insert the item by it
    record Created(ItemState state, long version, String rank) implements BacklogItemEvent {

        @Override
        public Changes changes() {
            return Changes.of("rank", null, rank);
        }
    }

    record Edited(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    record Estimated(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    record Valued(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    record Refining(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    record Readied(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    record Dropped(ItemState state, long version, Changes changes, @Nullable String reason)
            implements BacklogItemEvent {}

    record Restored(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    /// The item was split: its unfinished part is another item now.
    record Split(ItemState state, long version, Changes changes) implements BacklogItemEvent {}

    /// An event with the origin of the change in its changes: `source` and `sourceId`.
    record WithOrigin(BacklogItemEvent event, Origin origin) implements BacklogItemEvent {
        @Override
        public ItemState state() {
            return event.state();
        }

        @Override
        public long version() {
            return event.version();
        }

        @Override
        public String happened() {
            return event.happened();
        }

        @Override
        public Changes changes() {
            return origin.in(event.changes());
        }
    }
}
