package dev.steward.backlog.goal;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product goal.
@Entity
@Table(name = "goal")
class Goal {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    @Embedded private GoalText text;

    @Enumerated(EnumType.STRING)
    private GoalStatus status = GoalStatus.PROPOSED;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "activated_at")
    private @Nullable Instant activatedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private @Nullable String reason;

    private long version = 1;

    protected Goal() {}

    /// What is fixed when a goal is created.
    record GoalIdentity(UUID id, UUID productId, Instant at, String by) {}

    Goal(GoalIdentity proposal, GoalText text) {
        this.id = proposal.id();
        this.productId = proposal.productId();
        this.createdAt = proposal.at();
        this.createdBy = proposal.by();
        this.text = text;
    }

    GoalEvent proposed() {
        return new GoalEvent.Proposed(GoalState.of(this), version);
    }

    Optional<GoalEvent> update(GoalText to) {
        if (hasEnded()) {
            throw new WrongGoalStatus(status, "edited");
        }
        var changes = text.changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        text = to;
        version++;
        return Optional.of(new GoalEvent.Edited(GoalState.of(this), version, changes));
    }

    GoalEvent activate(Instant at) {
        var changes = changeStatus(GoalStatus.ACTIVE, GoalStatus.PROPOSED, "activated");
        activatedAt = at;
        return new GoalEvent.Activated(GoalState.of(this), version, changes);
    }

    GoalEvent achieve(Instant at) {
        var changes = changeStatus(GoalStatus.ACHIEVED, GoalStatus.ACTIVE, "achieved");
        endedAt = at;
        return new GoalEvent.Achieved(GoalState.of(this), version, changes);
    }

    GoalEvent abandon(Instant at, String why) {
        var changes = changeStatus(GoalStatus.ABANDONED, GoalStatus.ACTIVE, "abandoned");
        endedAt = at;
        reason = why;
        return new GoalEvent.Abandoned(GoalState.of(this), version, changes);
    }

    private Changes changeStatus(GoalStatus to, GoalStatus from, String action) {
        if (status != from) {
            throw new WrongGoalStatus(status, action);
        }
        status = to;
        version++;
        return Changes.of("status", from, to);
    }

    boolean hasEnded() {
        return status == GoalStatus.ACHIEVED || status == GoalStatus.ABANDONED;
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    GoalText text() {
        return text;
    }

    GoalStatus status() {
        return status;
    }

    @Nullable Instant activatedAt() {
        return activatedAt;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    @Nullable String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
