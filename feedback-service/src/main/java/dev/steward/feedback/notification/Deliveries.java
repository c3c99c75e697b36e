package dev.steward.feedback.notification;

import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The deliveries of all releases.
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    /// Concurrent claims get different rows.
    private static final String CLAIM =
            """
            update delivery set status = 'SENDING', attempt = attempt + 1, claimed_until = :until
            where id in (
                select id from delivery
                where (status in ('PENDING', 'RETRY') and due_at <= :now) or (status = 'SENDING' and claimed_until < :now)
                order by due_at, id limit :limit for update skip locked)
            returning id
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

    private final Database database;

    public Deliveries(Database database) {
        this.database = database;
    }

    public Delivery lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(DeliveryNotFound::new);
    }

    /// Locks it when this attempt still holds the claim.
    public Optional<Delivery> lockClaimed(UUID id, int attempt) {
        return find("id = ?1 and status = ?2 and attempt = ?3", id, DeliveryStatus.SENDING, attempt)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /// Those that have waited longest, with one attempt more.
    public List<Delivery> claim(Instant now, Instant until, int limit) {
        var claimed =
                database.query(
                        CLAIM,
                        query ->
                                query.bind("until", until)
                                        .bind("now", now)
                                        .bind("limit", limit)
                                        .mapTo(UUID.class)
                                        .list());
        return getSession().findMultiple(Delivery.class, claimed);
    }

    public long count(UUID release) {
        return count("releaseId", release);
    }

    public long countHeld(UUID release) {
        return count("releaseId = ?1 and status = ?2", release, DeliveryStatus.HELD);
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
}
