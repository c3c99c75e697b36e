package dev.steward.backlog.item;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.goal.OpenGoals;
import dev.steward.backlog.item.ItemPlacement.Place;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Putting new items into the backlog.
@ApplicationScoped
class Capture {

    private final BacklogItems items;
    private final ItemPlacement placement;
    private final ItemAppraisal appraisal;
    private final OpenGoals goals;
    private final EventRecord events;
    private final Clock clock;

    Capture(
            BacklogItems items,
            ItemPlacement placement,
            ItemAppraisal appraisal,
            OpenGoals goals,
            EventRecord events,
            Clock clock) {
        this.items = items;
        this.placement = placement;
        this.appraisal = appraisal;
        this.goals = goals;
        this.events = events;
        this.clock = clock;
    }

    /// @param place none: the item comes last
    record NewItem(ItemFields fields, Optional<Place> place) {}

    /// @return the new item's id
    @Transactional
    UUID capture(Grant grant, NewItem wanted) {
        var fields = wanted.fields();
        goals.allow(grant.productId(), null, fields.goalId());
        var item =
                new BacklogItem(
                        birth(grant), fields.text(List.of()), fields.estimate(), fields.inputs());
        items.persistAndFlush(item);
        var rank = placement.place(grant, item.id(), item.number(), wanted.place());
        events.append(grant.by(), item.created(rank));
        appraisal.reappraise(grant.productId(), List.of(item.id()));
        return item.id();
    }

    private BacklogItem.Birth birth(Grant grant) {
        return new BacklogItem.Birth(
                UuidCreator.getTimeOrderedEpoch(),
                grant.productId(),
                grant.productKey(),
                items.nextNumber(grant.productId()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                grant.by().actor(),
                null);
    }
}
