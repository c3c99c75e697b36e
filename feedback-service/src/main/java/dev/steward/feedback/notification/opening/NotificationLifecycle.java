package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.NotificationStarted;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/// Starts a notification when a release comes out, by fixing which entries it ships, and stops it
/// when the release is rolled back.
@ApplicationScoped
class NotificationLifecycle {

    private static final String START =
            """
            insert into loop (release_id, product_id, version, mode, opened_at, status, due_at,
                on_behalf_of, request_id, cause_id, traceparent)
            select r.id, r.product_id, 1, coalesce(s.mode, 'AUTOMATIC'), :now, 'OPENING', :now, :onBehalfOf::text, :requestId::text, :causeId::uuid, :traceparent::text
            from release r left join loop_settings s on s.product_id = r.product_id
            where r.id = :release and r.status = 'RELEASED' and not r.deleted
            on conflict (release_id) do update set status = 'OPENING', step = 'SHIPPING', place = null,
                opened_at = excluded.opened_at, due_at = excluded.due_at, failures = 0
            where loop.status = 'STOPPED'
            returning release_id
            """;
    private static final String LOCK =
            "select release_id from loop where release_id = any (:releases) order by release_id for update";
    private static final String DELETE_ASKERS =
            "delete from loop_asker where release_id = :release";
    private static final String INSERT_ENTRIES =
            ShippingEntriesQuery.OF_A_RELEASE
                    + """
                    insert into loop_entry (release_id, feedback_id, root_id)
                    select :release, m.id, s.id from ships s join feedback m on m.root_id = s.id
                    on conflict (release_id, feedback_id) do update
                        set root_id = excluded.root_id, gathered_to = null, gathered = false
                    """;

    /// Entries that another release ships now are removed from stopped loops.
    private static final String TAKE_OVER =
            """
            delete from loop_entry e using loop o, loop_entry taken
            where taken.release_id = :release and e.root_id = taken.root_id and o.release_id = e.release_id
                and o.status = 'STOPPED'
            """;

    private static final String STOP =
            """
            update loop l set status = 'STOPPED' where l.release_id = any (:releases) and l.status = 'OPENING'
                and not exists (select from release r where r.id = l.release_id and r.status = 'RELEASED' and not r.deleted)
            """;

    private final Database database;
    private final Event<NotificationStarted> notificationStarted;
    private final Clock clock;

    NotificationLifecycle(
            Database database, Event<NotificationStarted> notificationStarted, Clock clock) {
        this.database = database;
        this.notificationStarted = notificationStarted;
        this.clock = clock;
    }

    /// Stops the notifications of releases that are rolled back. Called before any entry is locked,
    /// the same order as in [NotificationOpening].
    @Transactional(Transactional.TxType.MANDATORY)
    void stop(Collection<UUID> releases) {
        if (!releases.isEmpty()) {
            database.query(
                    LOCK,
                    query ->
                            query.bindArray("releases", UUID.class, releases)
                                    .mapTo(UUID.class)
                                    .list());
            database.update(STOP, update -> update.bindArray("releases", UUID.class, releases));
        }
    }

    /// Starts the notification of a released release once, and again when it was stopped.
    @Transactional(Transactional.TxType.MANDATORY)
    void start(UUID release, EventContext by) {
        var now = clock.instant();
        database.query(
                        START,
                        query ->
                                query.bind("now", now)
                                        .bindMethods(by)
                                        .bind("release", release)
                                        .mapTo(UUID.class)
                                        .findOne())
                .ifPresent(this::insertEntries);
    }

    private void insertEntries(UUID release) {
        database.update(DELETE_ASKERS, update -> update.bind("release", release));
        database.update(INSERT_ENTRIES, update -> update.bind("release", release));
        database.update(TAKE_OVER, update -> update.bind("release", release));
        notificationStarted.fire(new NotificationStarted(release));
    }
}
