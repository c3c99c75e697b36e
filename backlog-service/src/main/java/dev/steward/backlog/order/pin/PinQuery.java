package dev.steward.backlog.order.pin;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.pin.Pins.PinNotFound;
import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads pins.
@ApplicationScoped
public class PinQuery {

    private static final String PINS =
            """
            select * from (
                select p.id as id, i.id as item, i.key as item_key, i.title as item_title, p.place as place,
                    p.position as position, o.id as other, o.key as other_key, o.title as other_title,
                    p.reason as reason, p.until as until, p.set_at as set_at, p.set_by as set_by,
                    n.name as setter, p.version as version,
                    (p.until is null or p.until >= :today) and i.status not in ('DROPPED', 'DUPLICATE')
                        and coalesce(o.status, '') not in ('DROPPED', 'DUPLICATE') as active
                from pin p
                join item i on i.id = p.item_id
                left join item o on o.id = p.other_item_id
                left join person n on n.subject = p.set_by
                where p.product_id = :product) pins
            where %s order by id limit :most
            """;

    private final Database database;
    private final Clock clock;

    PinQuery(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The pins that proposals keep.
    public List<PinView> active(UUID productId) {
        return pins("active and id > :id", productId, new UUID(0, 0), PinChanges.MAX_PINS);
    }

    /// The oldest first.
    ///
    /// @param behind the pin after which the page begins; null for the first
    List<PinView> page(UUID productId, @Nullable UUID behind, int limit) {
        return pins("id > :id", productId, behind == null ? new UUID(0, 0) : behind, limit);
    }

    /// @throws PinNotFound also when it belongs to another product
    PinView one(UUID productId, UUID id) {
        return pins("id = :id", productId, id, 1).stream()
                .findFirst()
                .orElseThrow(PinNotFound::new);
    }

    private List<PinView> pins(String condition, UUID productId, UUID id, int limit) {
        return database.query(
                PINS.formatted(condition),
                query ->
                        query.bind("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .bind("product", productId)
                                .bind("id", id)
                                .bind("most", limit)
                                .map(PinQuery::pin)
                                .list());
    }

    private static PinView pin(RowView row) {
        return new PinView(
                row.getColumn("id", UUID.class),
                new ItemReference(
                        row.getColumn("item", UUID.class),
                        row.getColumn("item_key", String.class),
                        row.getColumn("item_title", String.class)),
                row.getColumn("place", PinPlace.class),
                row.getColumn("position", Integer.class),
                other(row),
                row.getColumn("reason", String.class),
                row.getColumn("until", LocalDate.class),
                row.getColumn("active", Boolean.class),
                row.getColumn("set_at", Instant.class),
                Person.of(row, "set_by", "setter"),
                row.getColumn("version", Long.class));
    }

    private static @Nullable ItemReference other(RowView row) {
        var id = row.getColumn("other", UUID.class);
        return id == null
                ? null
                : new ItemReference(
                        id,
                        row.getColumn("other_key", String.class),
                        row.getColumn("other_title", String.class));
    }
}
