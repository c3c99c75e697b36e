package dev.steward.backlog.goal;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Creating goals, updating them and changing their status.
@ApplicationScoped
class GoalLifecycle {

    private final Goals goals;
    private final EventStore events;
    private final Clock clock;

    GoalLifecycle(Goals goals, EventStore events, Clock clock) {
        this.goals = goals;
        this.events = events;
        this.clock = clock;
    }

    /// Creates a proposed goal.
    ///
    /// @return id of the new goal
    @Transactional
    UUID propose(Grant grant, GoalText text) {
        var proposal =
                new Goal.GoalIdentity(
                        UuidCreator.getTimeOrderedEpoch(),
                        grant.productId(),
                        now(),
                        grant.by().actor());
        var goal = new Goal(proposal, text);
        goals.persist(goal);
        events.append(grant.by(), goal.proposed());
        return goal.id();
    }

    /// Updates a goal that has not ended.
    ///
    /// @param change computes the new fields from the present ones
    @Transactional
    void update(Grant grant, UUID id, IfMatch ifMatch, UnaryOperator<GoalFields> change) {
        var goal = current(id, ifMatch);
        var edited = goal.update(change.apply(GoalFields.of(goal.text())).text());
        events.append(grant.by(), edited.stream().toList());
    }

    /// Activates a proposed goal, if the product has no other active one.
    @Transactional
    void activate(Grant grant, UUID id, IfMatch ifMatch) {
        goals.lockActivation(grant.productId());
        var goal = current(id, ifMatch);
        goals.active(grant.productId())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw new AnotherGoalIsActive(other);
                });
        events.append(grant.by(), goal.activate(now()));
    }

    /// Ends the active goal as reached.
    @Transactional
    void achieve(Grant grant, UUID id, IfMatch ifMatch) {
        events.append(grant.by(), current(id, ifMatch).achieve(now()));
    }

    /// Ends the active goal without having reached it.
    @Transactional
    void abandon(Grant grant, UUID id, IfMatch ifMatch, String reason) {
        events.append(grant.by(), current(id, ifMatch).abandon(now(), reason));
    }

    private Goal current(UUID id, IfMatch ifMatch) {
        var goal = goals.locked(id);
        ifMatch.check(goal.version());
        return goal;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
