package dev.steward.feedback.loop;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends held messages, and updates their text.
@ApplicationScoped
class HeldDeliveries {

    private static final String LOCK =
            """
            select l.release_id, l.product_id, l.version, l.mode, l.status,
                coalesce(r.status = 'RELEASED' and not r.deleted, true) as is_out
            from loop l left join release r on r.id = l.release_id where l.release_id = ? for update of l
            """;
    private static final String SAVE =
            """
            update loop set version = ?, status = 'SENDING', step = 'LETTING_GO', place = null, due_at = ?, failures = 0
            where release_id = ?
            """;

    private final Statements statements;
    private final Deliveries deliveries;
    private final EventStore events;
    private final Event<LoopStarted> loopStarted;
    private final Clock clock;

    HeldDeliveries(
            Statements statements,
            Deliveries deliveries,
            EventStore events,
            Event<LoopStarted> loopStarted,
            Clock clock) {
        this.statements = statements;
        this.deliveries = deliveries;
        this.events = events;
        this.loopStarted = loopStarted;
        this.clock = clock;
    }

    /// Starts sending all held messages of a release, in steps. Doing it again changes nothing.
    ///
    /// @throws ReleaseNotReleased when the release is not released, or was rolled back
    /// @throws LoopIsOpening while messages are still being created
    @Transactional
    void sendAll(Grant grant, UUID release) {
        var loop =
                statements
                        .first(LOCK, HeldDeliveries::read, release)
                        .orElseThrow(ReleaseNotReleased::new);
        var held = loop.isSending() ? 0 : deliveries.countHeld(release);
        if (held > 0) {
            var sent = loop.loop().sent(held);
            statements.execute(SAVE, sent.loop().version(), clock.instant(), release);
            events.append(grant.by(), sent);
            loopStarted.fire(new LoopStarted(release));
        }
    }

    /// @param text null for the default text
    @Transactional
    void updateText(Grant grant, UUID id, @Nullable String text, IfMatch ifMatch) {
        var delivery = deliveries.lock(id);
        ifMatch.check(delivery.version());
        delivery.updateText(text)
                .ifPresent(edited -> {
                    deliveries.save(edited.delivery(), null);
                    events.append(grant.by(), edited);
                });
    }

    private record LockedLoop(Loop loop, boolean isSending) {}

    private static LockedLoop read(Row row) throws SQLException {
        if (!row.flag("is_out")) {
            throw new ReleaseNotReleased();
        }
        var status = row.constant("status", LoopStatus.class);
        if (status == LoopStatus.OPENING) {
            throw new LoopIsOpening();
        }
        return new LockedLoop(
                new Loop(
                        row.id("release_id"),
                        row.id("product_id"),
                        row.version(),
                        row.constant("mode", LoopMode.class)),
                status == LoopStatus.SENDING);
    }
}
