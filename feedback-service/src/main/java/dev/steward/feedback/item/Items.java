package dev.steward.feedback.item;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads the projected items.
@ApplicationScoped
public class Items {

    private static final String FIND =
            "select id, product_id, key, title, status from item where not deleted and (id = :id or key = :key)";

    /// Version 0, so that every event of backlog-service is newer.
    private static final String EXPECT =
            """
            insert into item (id, epoch, version, product_id, title, status, deleted)
            values (:id, 0, 0, :product, :title, 'NEW', false) on conflict (id) do nothing
            """;

    private static final String REFERENCE = "select key, title from item where id = :id";

    private final Database database;

    Items(Database database) {
        this.database = database;
    }

    /// @param item its id or key
    /// @throws ItemNotFound also when the item's event has not arrived yet
    public Item get(String item) {
        return database.query(
                        FIND,
                        query ->
                                query.bind("id", idOf(item))
                                        .bind("key", item)
                                        .map(Items::item)
                                        .findFirst())
                .orElseThrow(ItemNotFound::new);
    }

    /// Inserts an item that was requested from backlog-service with this id, before its event
    /// arrives.
    public void expect(UUID id, UUID productId, String title) {
        database.update(
                EXPECT,
                update -> update.bind("id", id).bind("product", productId).bind("title", title));
    }

    /// Reference to a linked item; key and title are null while its event has not arrived.
    public ItemReference reference(UUID id) {
        return database.query(
                        REFERENCE,
                        query ->
                                query.bind("id", id)
                                        .map(row ->
                                                new ItemReference(
                                                        id,
                                                        row.getColumn("key", String.class),
                                                        row.getColumn("title", String.class)))
                                        .findFirst())
                .orElseGet(() -> new ItemReference(id, null, null));
    }

    private static Item item(RowView row) {
        return new Item(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("key", String.class),
                row.getColumn("title", String.class),
                row.getColumn("status", String.class));
    }

    private static @Nullable UUID idOf(String item) {
        try {
            return item.length() == 36 ? UUID.fromString(item) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
