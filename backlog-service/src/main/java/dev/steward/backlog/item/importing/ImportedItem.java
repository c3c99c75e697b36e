package dev.steward.backlog.item.importing;

import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemText;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.ValueInputs;
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
        return fields(ItemText.of(ItemType.STORY, title, null), null, ValueInputs.NONE);
    }

    /// The fields of the item that exists already, with what was imported.
    ItemFields mergedInto(BacklogItem item) {
        return fields(item.text(), item.estimate(), item.inputs());
    }

    private ItemFields fields(
            ItemText text, @Nullable BigDecimal currentEstimate, ValueInputs inputs) {
        return ItemFields.of(
                text.updated(title, description, type, labels),
                estimate == null ? currentEstimate : estimate,
                inputs);
    }
}
