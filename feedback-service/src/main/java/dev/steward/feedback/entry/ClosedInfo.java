package dev.steward.feedback.entry;

import dev.steward.feedback.release.ReleaseReference;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a closed entry went.
@Schema(name = "FeedbackWhereabouts")
public record ClosedInfo(
        FeedbackStatus status,
        @Nullable UUID mergedInto,
        @Schema(description = "Why it was declined.") @Nullable String reason,
        @Schema(description = "The releases that it shipped with.")
                List<ReleaseReference> releases) {

    /// To its source: the entry that it was merged into is not its business.
    public ClosedInfo shownToItsSource() {
        return new ClosedInfo(status, null, reason, releases);
    }

    /// One sentence for a person.
    String message() {
        return switch (status) {
            case MERGED ->
                    mergedInto == null
                            ? "The entry was merged into another one."
                            : "The entry was merged into " + mergedInto + ": go there.";
            case SHIPPED, CLOSED -> "What the entry asks for has shipped.";
            case DECLINED -> "The entry was declined: " + reason;
            case SPAM -> "The entry was taken for spam.";
            case NEW, TRIAGED, LINKED, PLANNED, IN_PROGRESS -> "The entry is open.";
        };
    }
}
