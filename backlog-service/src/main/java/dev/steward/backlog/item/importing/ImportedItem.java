package dev.steward.backlog.item.importing;

import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
        return new ItemFields(
                or(type, now::type),
                title,
                orNull(description, now.description()),
                now.acceptanceCriteria(),
                orNull(labels, now.labels()),
                now.goalId(),
                orNull(estimate, now.estimate()),
                now.value(),
                now.timeCriticality(),
                now.riskReduction(),
                now.reach(),
                now.impact(),
                now.confidence());
    }

    private static <T> T or(@Nullable T content, Supplier<T> now) {
        return content == null ? now.get() : content;
    }

    private static <T> @Nullable T orNull(@Nullable T content, @Nullable T now) {
        return content == null ? now : content;
    }
}
