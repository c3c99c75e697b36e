package dev.steward.backlog.release;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Planning what goes out together, releasing it, and taking it back. The release is locked first,
/// its items after it.
@ApplicationScoped
class ReleaseLifecycle {

    private final Releases releases;
    private final ReleaseItemAssignments assignments;
    private final ReleasableItems items;
    private final EventRecord events;
    private final Clock clock;

    ReleaseLifecycle(
            Releases releases,
            ReleaseItemAssignments assignments,
            ReleasableItems items,
            EventRecord events,
            Clock clock) {
        this.releases = releases;
        this.assignments = assignments;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /// Plans a release with the items that are known to go into it.
    @Transactional
    Release plan(Grant grant, ReleaseFields fields) {
        var identity = new Release.ReleaseIdentity(UuidCreator.getTimeOrderedEpoch(), grant.productId(), now());
        var release = new Release(identity, fields.name(), contents(grant, fields, List.of()));
        releases.persist(release);
        assignments.assign(release);
        events.append(grant.by(), release.planned());
        return release;
    }

    /// Changes what a planned release is called and contains.
    ///
    /// @param change what the fields are to be, from what they are
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

    /// Says that it is out, once; nothing happens when it is out already.
    @Transactional
    Release release(Grant grant, UUID id, IfMatch ifMatch) {
        var release = releases.locked(id);
        ifMatch.check(release.version());
        release.release(items.locked(release.itemIds()), now())
                .ifPresent(event -> events.append(grant.by(), event));
        return release;
    }

    /// Takes it back. Its items are given back first: the key would not have them in a release that
    /// is rolled back.
    @Transactional
    Release rollBack(Grant grant, UUID id, IfMatch ifMatch, String reason) {
        var release = releases.locked(id);
        ifMatch.check(release.version());
        // In the order of their ids: what is given back marks them, in any.
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
