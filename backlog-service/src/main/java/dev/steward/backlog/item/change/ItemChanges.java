package dev.steward.backlog.item.change;

import dev.steward.backlog.goal.OpenGoals;
import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.BacklogItemEvent;
import dev.steward.backlog.item.BacklogItems;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemScoring;
import dev.steward.backlog.work.KnownWorkQuery;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Updating items and changing their status.
@ApplicationScoped
class ItemChanges {

    private final BacklogItems items;
    private final ItemScoring scoring;
    private final KnownWorkQuery works;
    private final ItemReleaseCheck releaseCheck;
    private final OpenGoals goals;
    private final EventStore events;

    ItemChanges(
            BacklogItems items,
            ItemScoring scoring,
            KnownWorkQuery works,
            ItemReleaseCheck releaseCheck,
            OpenGoals goals,
            EventStore events) {
        this.items = items;
        this.scoring = scoring;
        this.works = works;
        this.releaseCheck = releaseCheck;
        this.goals = goals;
        this.events = events;
    }

    /// Updates the fields. Text, estimate and value inputs have an event each.
    ///
    /// @param change computes the new fields from the present ones
    @Transactional
    void update(Grant grant, UUID id, IfMatch ifMatch, UnaryOperator<ItemFields> change) {
        var item = items.locked(id);
        ifMatch.check(item.version());
        var to = change.apply(ItemFields.of(item));
        goals.allow(grant.productId(), item.text().goalId(), to.goalId());
        var edited =
                item.update(
                        to.text(item.text().acceptanceCriteria(), _ -> grant.require(Right.WORK)));
        var estimated = item.estimate(to.estimate());
        var valued = item.updateValueInputs(to.inputs());
        events.append(
                grant.by(),
                Stream.of(edited, estimated, valued).flatMap(Optional::stream).toList());
        if (estimated.isPresent() || valued.isPresent()) {
            items.flush();
            scoring.rescore(grant.productId(), List.of(id));
        }
    }

    /// Drops the item; it can be restored.
    @Transactional
    void drop(Grant grant, UUID id, IfMatch ifMatch, @Nullable String reason) {
        var item = items.locked(id);
        ifMatch.check(item.version());
        events.append(grant.by(), item.drop(reason, works.on(id), releaseCheck.isReleased(id)));
    }

    /// Changes the status of the item.
    @Transactional
    void changeStatus(
            Grant grant, UUID id, IfMatch ifMatch, Function<BacklogItem, BacklogItemEvent> step) {
        var item = items.locked(id);
        ifMatch.check(item.version());
        events.append(grant.by(), step.apply(item));
    }
}
