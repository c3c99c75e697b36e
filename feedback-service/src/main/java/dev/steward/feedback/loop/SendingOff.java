package dev.steward.feedback.loop;

import dev.steward.feedback.database.Statements;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody does to messages that are held.
@ApplicationScoped
class SendingOff {

    private static final String LOCK =
            "select release_id, product_id, version, mode from loop where release_id = ? for update";
    private static final String SAVE = "update loop set version = ? where release_id = ?";

    private final Statements statements;
    private final Deliveries deliveries;
    private final EventRecord events;
    private final Clock clock;

    SendingOff(Statements statements, Deliveries deliveries, EventRecord events, Clock clock) {
        this.statements = statements;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /// Lets them all go; again it is nothing.
    ///
    /// @throws ReleaseNotOut when there are none to come yet
    @Transactional
    void sendOff(Grant grant, UUID release) {
        var loop =
                statements
                        .first(
                                LOCK,
                                row ->
                                        new Loop(
                                                row.id("release_id"),
                                                row.id("product_id"),
                                                row.version(),
                                                row.constant("mode", Mode.class)),
                                release)
                        .orElseThrow(ReleaseNotOut::new);
        var held = deliveries.letGo(release, clock.instant());
        if (held > 0) {
            var sent = loop.sent(held);
            statements.execute(SAVE, sent.loop().version(), release);
            events.append(grant.by(), sent);
        }
    }

    /// @param text null: what would be written without anybody's doing
    @Transactional
    void edit(Grant grant, UUID id, @Nullable String text, IfMatch ifMatch) {
        var delivery = deliveries.lock(id);
        ifMatch.check(delivery.version());
        delivery.edit(text)
                .ifPresent(edited -> {
                    deliveries.save(edited.delivery(), null);
                    events.append(grant.by(), edited);
                });
    }
}
