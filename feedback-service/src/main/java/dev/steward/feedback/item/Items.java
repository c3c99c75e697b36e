package dev.steward.feedback.item;

import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the projected items.
@ApplicationScoped
public class Items {

    private static final String FIND =
            "select id, product_id, key, title, status from item where not deleted and (id = ? or key = ?)";

    /// Version 0, so that every event of backlog-service is newer.
    private static final String EXPECT =
            """
            insert into item (id, epoch, version, product_id, title, status, deleted)
            values (?, 0, 0, ?, ?, 'NEW', false) on conflict (id) do nothing
            """;

    private static final String REFERENCE = "select key, title from item where id = ?";

    private final Statements statements;

    Items(Statements statements) {
        this.statements = statements;
    }

    /// @param item its id or key
    /// @throws ItemNotFound also when the item's event has not arrived yet
    public Item get(String item) {
        return statements
                .first(
                        FIND,
                        row ->
                                new Item(
                                        row.id("id"),
                                        row.id("product_id"),
                                        row.textOrNull("key"),
                                        row.text("title"),
                                        row.text("status")),
                        idOf(item),
                        item)
                .orElseThrow(ItemNotFound::new);
    }

    /// Inserts an item that was requested from backlog-service with this id, before its event
    /// arrives.
    public void expect(UUID id, UUID productId, String title) {
        statements.execute(EXPECT, id, productId, title);
    }

    /// Reference to a linked item; key and title are null while its event has not arrived.
    public ItemReference reference(UUID id) {
        return statements
                .first(
                        REFERENCE,
                        row ->
                                new ItemReference(
                                        id, row.textOrNull("key"), row.textOrNull("title")),
                        id)
                .orElseGet(() -> new ItemReference(id, null, null));
    }

    private static @Nullable UUID idOf(String item) {
        try {
            return item.length() == 36 ? UUID.fromString(item) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
