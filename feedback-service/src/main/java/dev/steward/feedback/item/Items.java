package dev.steward.feedback.item;

import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The items that this service has heard of.
@ApplicationScoped
public class Items {

    private static final String FIND =
            "select id, product_id, key, title, status from item where not deleted and (id = ? or key = ?)";

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
                                        row.text("key"),
                                        row.text("title"),
                                        row.text("status")),
                        idOf(item),
                        item)
                .orElseThrow(ItemNotFound::new);
    }

    private static @Nullable UUID idOf(String item) {
        try {
            return item.length() == 36 ? UUID.fromString(item) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
