package dev.steward.feedback.notification;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
            update delivery set status = 'SENDING', attempt = attempt + 1, claimed_until = ?
            where id in (
                select id from delivery
                where (status in ('PENDING', 'RETRY') and due_at <= ?) or (status = 'SENDING' and claimed_until < ?)
                order by due_at, id limit ? for update skip locked)
            returning
            """
                    + COLUMNS;

    private static final String SAVE =
            """
            update delivery set version = ?, status = ?, text = ?, failure = ?, settled_at = ?, claimed_until = null
            where id = ?
            """;
    private static final String SCHEDULE_RETRY =
            """
            update delivery set status = 'RETRY', due_at = ?, failure = ?, claimed_until = null
            where id = ? and status = 'SENDING' and attempt = ?
            """;
    private static final String UNDO_CLAIM =
            """
            update delivery set status = 'RETRY', attempt = attempt - 1, due_at = ?, claimed_until = null
            where id = ? and status = 'SENDING' and attempt = ?
            """;
    private static final String HOLD =
            """
            update delivery set status = 'HELD', claimed_until = null
            where id = ? and status = 'SENDING' and attempt = ?
            """;
    private static final String SEND_HELD =
            """
            with gone as (
                update delivery set status = 'PENDING', due_at = ?
                where id in (
                    select id from delivery
                    where release_id = ? and (?::uuid is null or id > ?::uuid) and status = 'HELD'
                    order by id limit ?)
                returning id)
            select id from gone order by id
            """;
    private static final String COUNT =
            "select count(*)::int as deliveries from delivery where release_id = ?";
    private static final String COUNT_HELD =
            "select count(*)::int as held from delivery where release_id = ? and status = 'HELD'";

    private final Statements statements;

    public Deliveries(Statements statements) {
        this.statements = statements;
    }

    public Optional<Delivery> find(UUID id) {
        return statements.first(SELECT + "where id = ?", Deliveries::read, id);
    }

    public Delivery lock(UUID id) {
        return statements
                .first(SELECT + "where id = ? for update", Deliveries::read, id)
                .orElseThrow(DeliveryNotFound::new);
    }

    /// Locks it when this attempt still holds the claim.
    public Optional<Delivery> lockClaimed(UUID id, int attempt) {
        return statements.first(
                SELECT + "where id = ? and status = 'SENDING' and attempt = ? for update",
                Deliveries::read,
                id,
                attempt);
    }

    public List<Delivery> claim(Instant now, Instant until, int limit) {
        return statements.list(CLAIM, Deliveries::read, until, now, now, limit);
    }

    public void save(Delivery delivery, @Nullable Instant settledAt) {
        statements.execute(
                SAVE,
                delivery.version(),
                delivery.status(),
                delivery.text(),
                delivery.failure(),
                settledAt,
                delivery.id());
    }

    /// As if it had not been claimed: the attempt does not count.
    public void undoClaim(UUID id, int attempt, Instant due) {
        statements.execute(UNDO_CLAIM, due, id, attempt);
    }

    /// Ends the claim; the message is tried again when it is due.
    public void scheduleRetry(UUID id, int attempt, Instant due, String failure) {
        statements.execute(SCHEDULE_RETRY, due, failure, id, attempt);
    }

    /// Ends the claim and holds the message, because it must not be sent now.
    public void hold(UUID id, int attempt) {
        statements.execute(HOLD, id, attempt);
    }

    public int count(UUID release) {
        return statements.first(COUNT, row -> row.number("deliveries"), release).orElseThrow();
    }

    public int countHeld(UUID release) {
        return statements.first(COUNT_HELD, row -> row.number("held"), release).orElseThrow();
    }

    /// @return ids of the messages that were held and are to be sent now, in their order
    public List<UUID> sendHeld(UUID release, @Nullable UUID after, int limit, Instant now) {
        return statements.list(SEND_HELD, row -> row.id("id"), now, release, after, after, limit);
    }

    private static Delivery read(Row row) throws SQLException {
        return new Delivery(
                row.id("id"),
                row.id("product_id"),
                row.id("release_id"),
                row.id("contact_id"),
                row.version(),
                row.constant("status", DeliveryStatus.class),
                row.textOrNull("text"),
                row.number("attempt"),
                row.textOrNull("failure"));
    }
}
