package dev.steward.sprint.ledger;

import dev.steward.platform.web.paging.SizeLimitedPage;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ledger entry as it is read. Key and title are the current ones of the item and are null when
/// the item is not known here; no figure depends on them.
public record LedgerEntryRow(
        Instant at,
        EntryKind kind,
        @Nullable UUID itemId,
        @Nullable String key,
        @Nullable String title,
        @Nullable BigDecimal estimateFrom,
        @Nullable BigDecimal estimateTo,
        BigDecimal effect,
        @Nullable UUID otherSprintId,
        @Nullable String reason,
        String actor,
        Instant occurredAt) {

    /// Roughly how many bytes it takes in an answer.
    public long bytes() {
        return 600 + SizeLimitedPage.bytes(title, reason);
    }

    static LedgerEntryRow of(Tuple row) {
        return new LedgerEntryRow(
                row.get("at", Instant.class),
                EntryKind.valueOf(row.get("kind", String.class)),
                row.get("item_id", UUID.class),
                row.get("key", String.class),
                row.get("title", String.class),
                row.get("estimate_from", BigDecimal.class),
                row.get("estimate_to", BigDecimal.class),
                row.get("effect", BigDecimal.class),
                row.get("other_sprint_id", UUID.class),
                row.get("reason", String.class),
                row.get("actor", String.class),
                row.get("occurred_at", Instant.class));
    }
}
