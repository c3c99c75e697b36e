package dev.steward.backlog.item;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Finds the item that a path names, for whoever may know of it.
@ApplicationScoped
class ItemReading {

    private final Access access;
    private final StandingItems items;

    ItemReading(Access access, StandingItems items) {
        this.access = access;
        this.items = items;
    }

    /// @param grant what the caller is in the item's product
    record Found(StandingItem standing, Grant grant) {

        ItemView view() {
            return ItemView.of(standing, grant);
        }
    }

    /// @param name id or key
    /// @throws ItemNotFound also where the caller has no role in its product
    Found find(String name) {
        var standing = items.named(ItemName.of(name));
        return new Found(standing, access.to(standing.item().productId(), ItemNotFound::new));
    }

    /// The item as it is now.
    ItemView again(Found found) {
        return view(found.standing().item().id(), found.grant());
    }

    ItemView view(UUID id, Grant grant) {
        return ItemView.of(items.named(new ItemName.ById(id)), grant);
    }
}
