package dev.steward.feedback.notification;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads and writes deliveries.
@ApplicationScoped
public class Deliveries {

    private static final String COLUMNS =
            "id, product_id, release_id, contact_id, version, status, text, attempt, failure";
    private static final String SELECT = "select " + COLUMNS + " from delivery ";

    /// Concurrent claims get different rows.
    private static final String CLAIM =
            """
            update delivery set status = 'SENDING', attempt = attempt + 1, claimed_until = :until
            where id in (
                select id from delivery
                where (status in ('PENDING', 'RETRY') and due_at <= :now) or (status = 'SENDING' and claimed_until < :now)
                order by due_at, id limit :limit for update skip locked)
            returning
            """
                    + COLUMNS;

    private static final String SAVE =
            """
            update delivery set version = :version, status = :status, text = :text, failure = :failure, settled_at = :settledAt, claimed_until = null
            where id = :id
            """;
    private static final String SCHEDULE_RETRY =
            """
            update delivery set status = 'RETRY', due_at = :due, failure = :failure, claimed_until = null
            where id = :id and status = 'SENDING' and attempt = :attempt
            """;
    private static final String UNDO_CLAIM =
            """
            update delivery set status = 'RETRY', attempt = attempt - 1, due_at = :due, claimed_until = null
            where id = :id and status = 'SENDING' and attempt = :attempt
            """;
    private static final String HOLD =
            """
            update delivery set status = 'HELD', claimed_until = null
            where id = :id and status = 'SENDING' and attempt = :attempt
            """;
    private static final String SEND_HELD =
            """
            with gone as (
                update delivery set status = 'PENDING', due_at = :now
                where id in (
                    select id from delivery
                    where release_id = :release and (:after::uuid is null or id > :after::uuid) and status = 'HELD'
                    order by id limit :limit)
                returning id)
            select id from gone order by id
            """;
    private static final String COUNT =
            "select count(*)::int as deliveries from delivery where release_id = :release";
    private static final String COUNT_HELD =
            "select count(*)::int as held from delivery where release_id = :release and status = 'HELD'";

    private final Database database;

    public Deliveries(Database database) {
        this.database = database;
    }

    public Optional<Delivery> find(UUID id) {
        return database.query(
                SELECT + "where id = :id",
                query -> query.bind("id", id).map(Deliveries::read).findOne());
    }

    public Delivery lock(UUID id) {
        return database.query(
                        SELECT + "where id = :id for update",
                        query -> query.bind("id", id).map(Deliveries::read).findOne())
                .orElseThrow(DeliveryNotFound::new);
    }

    /// Locks it when this attempt still holds the claim.
    public Optional<Delivery> lockClaimed(UUID id, int attempt) {
        return database.query(
                SELECT + "where id = :id and status = 'SENDING' and attempt = :attempt for update",
                query ->
                        query.bind("id", id)
                                .bind("attempt", attempt)
                                .map(Deliveries::read)
                                .findOne());
    }

    public List<Delivery> claim(Instant now, Instant until, int limit) {
        return database.query(
                CLAIM,
                query ->
                        query.bind("until", until)
                                .bind("now", now)
                                .bind("limit", limit)
                                .map(Deliveries::read)
                                .list());
    }

    public void save(Delivery delivery, @Nullable Instant settledAt) {
        database.update(SAVE, update -> update.bindMethods(delivery).bind("settledAt", settledAt));
    }

    /// As if it had not been claimed: the attempt does not count.
    public void undoClaim(UUID id, int attempt, Instant due) {
        database.update(
                UNDO_CLAIM,
                update -> update.bind("due", due).bind("id", id).bind("attempt", attempt));
    }

    /// Ends the claim; the message is tried again when it is due.
    public void scheduleRetry(UUID id, int attempt, Instant due, String failure) {
        database.update(
                SCHEDULE_RETRY,
                update ->
                        update.bind("due", due)
                                .bind("failure", failure)
                                .bind("id", id)
                                .bind("attempt", attempt));
    }

    /// Ends the claim and holds the message, because it must not be sent now.
    public void hold(UUID id, int attempt) {
        database.update(HOLD, update -> update.bind("id", id).bind("attempt", attempt));
    }

    public int count(UUID release) {
        return count(COUNT, release);
    }

    public int countHeld(UUID release) {
        return count(COUNT_HELD, release);
    }

    /// @return ids of the messages that were held and are to be sent now, in their order
    public List<UUID> sendHeld(UUID release, @Nullable UUID after, int limit, Instant now) {
        return database.query(
                SEND_HELD,
                query ->
                        query.bind("now", now)
                                .bind("release", release)
                                .bind("after", after)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    private int count(String sql, UUID release) {
        return database.query(
                sql, query -> query.bind("release", release).mapTo(Integer.class).one());
    }

    private static Delivery read(RowView row) {
        return new Delivery(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("release_id", UUID.class),
                row.getColumn("contact_id", UUID.class),
                row.getColumn("version", Long.class),
                row.getColumn("status", DeliveryStatus.class),
                row.getColumn("text", String.class),
                row.getColumn("attempt", Integer.class),
                row.getColumn("failure", String.class));
    }
}
