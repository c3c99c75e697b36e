package dev.steward.backlog.item.details;

import dev.steward.backlog.item.ItemNotFound;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Reads items in full, as the caller may see them.
@ApplicationScoped
public class ItemViewQuery {

    private final Access access;
    private final ItemDetailsQuery items;

    ItemViewQuery(Access access, ItemDetailsQuery items) {
        this.access = access;
        this.items = items;
    }

    /// @param name id or key
    /// @throws ItemNotFound also where the caller has no role in its product
    ItemView named(String name) {
        var rankAndScore = items.named(ItemIdOrKey.of(name));
        return ItemView.of(
                rankAndScore, access.to(rankAndScore.item().productId(), ItemNotFound::new));
    }

    /// The present state of an item that the caller may see.
    public ItemView view(UUID id, Grant grant) {
        return ItemView.of(items.named(new ItemIdOrKey.ById(id)), grant);
    }
}
