package dev.steward.sprint.sprint;

import dev.steward.platform.access.Person;
import dev.steward.sprint.item.ItemReference;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.RecordedEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A line of the ledger in an answer.
///
/// @param at when it was recorded: strictly rising in a sprint, every figure goes by it
/// @param occurredAt when it happened, as the one who did it says
@Schema(name = "LedgerEntry")
record LedgerEntryView(
        Instant at,
        Instant occurredAt,
        EntryKind kind,
        @Nullable ItemReference item,
        @Nullable BigDecimal estimateFrom,
        @Nullable BigDecimal estimateTo,
        @Schema(description = "What it adds to the remaining points.") BigDecimal effect,
        @Schema(description = "Where a carried item went, or came from.")
                @Nullable UUID otherSprintId,
        @Nullable String reason,
        Person by) {

    static LedgerEntryView of(RecordedEntry entry, Map<String, Person> people) {
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
