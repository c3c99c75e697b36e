package dev.steward.backlog.release;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Creating and updating releases, releasing them and rolling them back. The release is locked
/// first, then its items.
@ApplicationScoped
class ReleaseLifecycle {

    private final Releases releases;
    private final ReleaseItemAssignments assignments;
    private final ReleasableItems items;
    private final EventStore events;
    private final Clock clock;

    ReleaseLifecycle(
            Releases releases,
            ReleaseItemAssignments assignments,
            ReleasableItems items,
            EventStore events,
            Clock clock) {
        this.releases = releases;
        this.assignments = assignments;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /// Creates a planned release.
    @Transactional
    Release plan(Grant grant, ReleaseFields fields) {
        var identity =
                new Release.ReleaseIdentity(
                        UuidCreator.getTimeOrderedEpoch(), grant.productId(), now());
        var release = new Release(identity, fields.name(), contents(grant, fields, List.of()));
        releases.persist(release);
        assignments.assign(release);
        events.append(grant.by(), release.planned());
        return release;
    }

    /// Updates a planned release.
    ///
    /// @param change computes the new fields from the present ones
    @Transactional
    Release update(Grant grant, UUID id, IfMatch ifMatch, UnaryOperator<ReleaseFields> change) {
        var release = releases.locked(id);
        ifMatch.check(release.version());
        var to = change.apply(ReleaseFields.of(release));
        var edited = release.update(to.name(), contents(grant, to, release.itemIds()));
        edited.ifPresent(event -> {
            assignments.assign(release);
            events.append(grant.by(), event);
        });
        return release;
    }

    /// Releases it; does nothing when it is released already.
    @Transactional
    Release release(Grant grant, UUID id, IfMatch ifMatch) {
        var release = releases.locked(id);
        ifMatch.check(release.version());
        release.release(items.locked(release.itemIds()), now())
                .ifPresent(event -> events.append(grant.by(), event));
        return release;
    }

    /// Rolls it back. Its items are freed first: the foreign key does not allow them in a release
    /// that is rolled back.
    @Transactional
    Release rollBack(Grant grant, UUID id, IfMatch ifMatch, String reason) {
        var release = releases.locked(id);
        ifMatch.check(release.version());
        // In the order of their ids: freeing them updates them in any order.
        items.locked(release.itemIds());
        assignments.unassignAll(release);
        events.append(grant.by(), release.rollBack(reason));
        return release;
    }

    private List<UUID> contents(Grant grant, ReleaseFields fields, Collection<UUID> before) {
        return new ReleaseContents(items.named(grant.productId(), fields.itemIds()), before)
                .named(fields.itemIds());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
