package dev.steward.sprint.sprint;

import dev.steward.platform.access.Person;
import dev.steward.sprint.item.ItemReference;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntryRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A ledger entry, as answers show it.
@Schema(name = "LedgerEntry")
record LedgerEntryView(
        @Schema(
                        description =
                                "When the entry was recorded; later than every earlier entry of the sprint. All figures go by this time.")
                Instant at,
        @Schema(
                        description =
                                "When it happened; a little earlier than `at` when it happened to the item in the backlog.")
                Instant occurredAt,
        @Schema(description = "What happened.") EntryKind kind,
        @Schema(description = "The item. Null for entries about the sprint as a whole.")
                @Nullable ItemReference item,
        @Schema(
                        description =
                                "Estimate before, in points. Null when the item was not estimated or is new in the sprint.")
                @Nullable BigDecimal estimateFrom,
        @Schema(
                        description =
                                "Estimate after, in points. Null when the item is not estimated or left the sprint. Of SPRINT_STARTED: all points in the sprint.")
                @Nullable BigDecimal estimateTo,
        @Schema(
                        description =
                                "Change of the remaining points of the sprint; negative when they become fewer, 0 when they stay.")
                BigDecimal effect,
        @Schema(
                        description =
                                "Of a carried item: the sprint that it moved to (CARRIED) or came from (ADDED). Otherwise null.")
                @Nullable UUID otherSprintId,
        @Schema(
                        description =
                                "The reason given for reopening or cancelling; `item-dropped` or `item-split` where that was the cause. Null when there is none.")
                @Nullable String reason,
        @Schema(description = "Who caused the entry.") Person by) {

    static LedgerEntryView of(LedgerEntryRow entry, Map<String, Person> people) {
        var item =
                entry.itemId() == null
                        ? null
                        : new ItemReference(entry.itemId(), entry.key(), entry.title());
        return new LedgerEntryView(
                entry.at(),
                entry.occurredAt(),
                entry.kind(),
                item,
                entry.estimateFrom(),
                entry.estimateTo(),
                entry.effect(),
                entry.otherSprintId(),
                entry.reason(),
                people.getOrDefault(entry.actor(), new Person(entry.actor(), null)));
    }
}
