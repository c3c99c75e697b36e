package dev.steward.feedback.loop;

import dev.steward.feedback.database.Statements;
import dev.steward.platform.messaging.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/// What news of a release does to its loop at once: fixes which entries ship by it, or stops.
@ApplicationScoped
class LoopStart {

    private static final String BEGIN =
            """
            insert into loop (release_id, product_id, version, mode, opened_at, status, due_at,
                on_behalf_of, request_id, cause_id, traceparent)
            select r.id, r.product_id, 1, coalesce(s.mode, 'AUTOMATIC'), ?, 'OPENING', ?, ?::text, ?::text, ?::uuid, ?::text
            from release r left join loop_settings s on s.product_id = r.product_id
            where r.id = ? and r.status = 'RELEASED' and not r.deleted
            on conflict (release_id) do update set status = 'OPENING', step = 'SHIPPING', place = null,
                due_at = excluded.due_at, failures = 0
            where loop.status = 'STOPPED'
            returning release_id
            """;
    private static final String FORGET_ENTRIES = "delete from loop_entry where release_id = ?";
    private static final String FORGET_ASKERS = "delete from loop_asker where release_id = ?";
    private static final String FIX_ENTRIES =
            ShippingEntries.OF_A_RELEASE
                    + """
                    insert into loop_entry (release_id, feedback_id, root_id)
                    select ?, m.id, s.id from ships s join feedback m on m.root_id = s.id
                    """;
    private static final String STOP =
            """
            update loop l set status = 'STOPPED' where l.release_id = ? and l.status = 'OPENING'
                and not exists (select from release r where r.id = l.release_id and r.status = 'RELEASED' and not r.deleted)
            """;

    private final Statements statements;
    private final Event<LoopBegun> begun;
    private final Clock clock;

    LoopStart(Statements statements, Event<LoopBegun> begun, Clock clock) {
        this.statements = statements;
        this.begun = begun;
        this.clock = clock;
    }

    /// Begins once, and goes on where it was stopped, when the release is out; stops when it is not
    /// out any more.
    @Transactional(Transactional.TxType.MANDATORY)
    void hear(UUID release, Provenance by) {
        statements.execute(STOP, release);
        var now = clock.instant();
        statements
                .first(
                        BEGIN,
                        row -> row.id("release_id"),
                        now,
                        now,
                        by.onBehalfOf(),
                        by.requestId(),
                        by.causeId(),
                        by.traceparent(),
                        release)
                .ifPresent(this::fixEntries);
    }

    private void fixEntries(UUID release) {
        statements.execute(FORGET_ENTRIES, release);
        statements.execute(FORGET_ASKERS, release);
        statements.execute(FIX_ENTRIES, release, release);
        begun.fire(new LoopBegun(release));
    }
}
