package dev.steward.backlog.item;

import dev.steward.backlog.goal.OpenGoals;
import dev.steward.backlog.work.KnownWorkQuery;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Working on items until they can be selected for a sprint, or dropping them.
@ApplicationScoped
class ItemChanges {

    private final BacklogItems items;
    private final ItemScoring scoring;
    private final KnownWorkQuery works;
    private final ItemReleaseCheck releaseCheck;
    private final OpenGoals goals;
    private final EventRecord events;

    ItemChanges(
            BacklogItems items,
            ItemScoring scoring,
            KnownWorkQuery works,
            ItemReleaseCheck releaseCheck,
            OpenGoals goals,
            EventRecord events) {
        this.items = items;
        this.scoring = scoring;
        this.works = works;
        this.releaseCheck = releaseCheck;
        this.goals = goals;
        this.events = events;
    }

    /// Changes fields: what it says, how large and how valuable it is are facts of their own, each
    /// with its event.
    ///
    /// @param change what the fields are to be, from what they are
    @Transactional
    void update(Grant grant, UUID id, IfMatch ifMatch, UnaryOperator<ItemFields> change) {
        var item = items.locked(id);
        ifMatch.check(item.version());
        var to = change.apply(ItemFields.of(item));
        goals.allow(grant.productId(), item.text().goalId(), to.goalId());
        var edited = item.update(to.text(item.text().criteria(), _ -> grant.toDo(Right.WORK)));
        var estimated = item.estimate(to.estimate());
        var valued = item.value(to.inputs());
        events.append(
                grant.by(),
                Stream.of(edited, estimated, valued).flatMap(Optional::stream).toList());
        if (estimated.isPresent() || valued.isPresent()) {
            items.flush();
            scoring.rescore(grant.productId(), List.of(id));
        }
    }

    /// Decides against it, for now.
    @Transactional
    void drop(Grant grant, UUID id, IfMatch ifMatch, @Nullable String reason) {
        var item = items.locked(id);
        ifMatch.check(item.version());
        events.append(grant.by(), item.drop(reason, works.on(id), releaseCheck.isReleased(id)));
    }

    /// Takes the item to another state.
    @Transactional
    void take(Grant grant, UUID id, IfMatch ifMatch, Function<BacklogItem, BacklogItemEvent> step) {
        var item = items.locked(id);
        ifMatch.check(item.version());
        events.append(grant.by(), step.apply(item));
    }
}
