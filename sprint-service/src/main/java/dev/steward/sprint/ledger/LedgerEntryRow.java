package dev.steward.sprint.ledger;

import dev.steward.platform.web.paging.SizeLimitedPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
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

    static LedgerEntryRow of(RowView row) {
        return new LedgerEntryRow(
                row.getColumn("at", Instant.class),
                row.getColumn("kind", EntryKind.class),
                row.getColumn("item_id", UUID.class),
                row.getColumn("key", String.class),
                row.getColumn("title", String.class),
                row.getColumn("estimate_from", BigDecimal.class),
                row.getColumn("estimate_to", BigDecimal.class),
                row.getColumn("effect", BigDecimal.class),
                row.getColumn("other_sprint_id", UUID.class),
                row.getColumn("reason", String.class),
                row.getColumn("actor", String.class),
                row.getColumn("occurred_at", Instant.class));
    }
}
