package dev.steward.backlog.item.create;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.goal.OpenGoals;
import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.BacklogItems;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemScoring;
import dev.steward.backlog.item.create.ItemPlacement.Place;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Creating items on request of a user.
@ApplicationScoped
class ItemCreation {

    private final BacklogItems items;
    private final ItemPlacement placement;
    private final ItemScoring scoring;
    private final OpenGoals goals;
    private final EventStore events;
    private final Clock clock;

    ItemCreation(
            BacklogItems items,
            ItemPlacement placement,
            ItemScoring scoring,
            OpenGoals goals,
            EventStore events,
            Clock clock) {
        this.items = items;
        this.placement = placement;
        this.scoring = scoring;
        this.goals = goals;
        this.events = events;
        this.clock = clock;
    }

    /// @param place empty: the item comes last
    record CreateRequest(ItemFields fields, Optional<Place> place) {}

    /// @return the new item's id
    @Transactional
    UUID create(Grant grant, CreateRequest request) {
        var fields = request.fields();
        goals.allow(grant.productId(), null, fields.goalId());
        var item =
                new BacklogItem(
                        identity(grant),
                        fields.text(List.of()),
                        fields.estimate(),
                        fields.inputs());
        items.persistAndFlush(item);
        var rank = placement.place(grant, item.id(), item.number(), request.place());
        events.append(grant.by(), item.created(rank));
        scoring.score(item);
        return item.id();
    }

    private BacklogItem.ItemIdentity identity(Grant grant) {
        return new BacklogItem.ItemIdentity(
                UuidCreator.getTimeOrderedEpoch(),
                grant.productId(),
                grant.productKey(),
                items.nextNumber(grant.productId()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                grant.by().actor(),
                null);
    }
}
