package dev.steward.feedback.loop;

import dev.steward.feedback.database.Statements;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/// Answers a release: three statements, however many people asked.
@ApplicationScoped
class Telling {

    private static final String OPEN =
            """
            insert into loop (release_id, product_id, version, mode, opened_at)
            select r.id, r.product_id, 1, coalesce(s.mode, 'AUTOMATIC'), ?
            from release r left join loop_settings s on s.product_id = r.product_id
            where r.id = ? and r.status = 'RELEASED' and not r.deleted
            on conflict do nothing
            returning release_id, product_id, version, mode
            """;
    private static final String TELL =
            Audience.OF_A_RELEASE
                    + """
                    , made as (
                        insert into delivery (id, product_id, release_id, contact_id, status, due_at, settled_at)
                        select uuidv7(), c.product_id, ?, c.id, %s, ?, case when %s in ('SUPPRESSED', 'UNREACHABLE') then ? end
                        from contact c where c.id in (select contact_id from untold) order by c.id
                        on conflict (release_id, contact_id) do nothing
                        returning id, contact_id)
                    insert into told (contact_id, feedback_id, delivery_id)
                    select u.contact_id, u.feedback_id, m.id from untold u join made m on m.contact_id = u.contact_id
                    on conflict do nothing
                    """;

    /// Of a person `c` among the `untold`, with one parameter: the mode. Whom a source tells needs
    /// no address.
    static final String FIRST_STATUS =
            """
            case when c.opt_out then 'SUPPRESSED'
                when coalesce(c.email, '') = '' and not exists (
                    select from untold u join feedback f on f.id = u.feedback_id
                    join source s on s.id = f.source_id and s.tells_people
                    join contact_external_id x on x.contact_id = c.id and x.system = s.system
                    where u.contact_id = c.id) then 'UNREACHABLE'
                when ? = 'MANUAL' then 'HELD' else 'PENDING' end\
            """;

    private static final String COUNT =
            "select count(*)::int as deliveries from delivery where release_id = ?";

    private final Statements statements;
    private final EventRecord events;
    private final Clock clock;

    Telling(Statements statements, EventRecord events, Clock clock) {
        this.statements = statements;
        this.events = events;
        this.clock = clock;
    }

    /// Does nothing when it was done before, or when the release is not out (any more). Whoever
    /// calls holds the entries, which are as they were before the release.
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(UUID release, Provenance by) {
        var now = clock.instant();
        statements
                .first(
                        OPEN,
                        row ->
                                new Loop(
                                        row.id("release_id"),
                                        row.id("product_id"),
                                        row.version(),
                                        row.constant("mode", Mode.class)),
                        now,
                        release)
                .ifPresent(loop -> {
                    var tell = TELL.formatted(FIRST_STATUS, FIRST_STATUS);
                    statements.execute(tell, release, release, loop.mode(), now, loop.mode(), now);
                    var count =
                            statements
                                    .first(COUNT, row -> row.number("deliveries"), release)
                                    .orElseThrow();
                    events.append(by, loop.opened(count));
                });
    }
}
