package dev.steward.backlog.item.importing;

import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as another tool exported it. A null field leaves the existing value.
///
/// @param id of the existing item, or a new one
/// @param known whether the item exists already
public record ImportedItem(
        UUID id,
        boolean known,
        String title,
        @Nullable String description,
        @Nullable ItemType type,
        @Nullable List<String> labels,
        @Nullable BigDecimal estimate) {

    /// The fields of a new item.
    ItemFields fields() {
        return mergedInto(ItemFields.EMPTY.withType(ItemType.STORY));
    }

    ItemFields mergedInto(ItemFields now) {
        return now.updated(title, description, type, labels, estimate);
    }
}
