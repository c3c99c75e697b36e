package dev.steward.feedback.entry;

import dev.steward.feedback.release.ReleaseReference;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of a closed entry.
@Schema(name = "FeedbackClosedInfo")
public record ClosedInfo(
        @Schema(description = "Status of the entry: SHIPPED, CLOSED, DECLINED, SPAM or MERGED.")
                FeedbackStatus status,
        @Schema(
                        description =
                                "Id of the entry that it was merged into; null when it was not merged, and for a source key.")
                @Nullable UUID mergedInto,
        @Schema(description = "Why it was declined; null when it was not.") @Nullable String reason,
        @Schema(
                        description =
                                "The releases that contain what it asks for; empty when there is none.")
                List<ReleaseReference> releases) {

    /// What its source may see: not the entry that it was merged into.
    public ClosedInfo shownToItsSource() {
        return new ClosedInfo(status, null, reason, releases);
    }

    /// The detail of the problem, for a person.
    String message() {
        return switch (status) {
            case MERGED ->
                    mergedInto == null
                            ? "The entry was merged into another one."
                            : "The entry was merged into " + mergedInto + ": use that entry.";
            case SHIPPED, CLOSED -> "What the entry asks for is released.";
            case DECLINED -> "The entry was declined: " + reason;
            case SPAM -> "The entry was marked as spam.";
            case NEW, TRIAGED, LINKED, PLANNED, IN_PROGRESS -> "The entry is open.";
        };
    }
}
