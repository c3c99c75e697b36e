package dev.steward.backlog.item;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An acceptance criterion of an item.
public record Criterion(
        @Schema(
                        description =
                                "Id of the criterion. Send it back when you change the list, so"
                                        + " that `met` is kept.")
                UUID id,
        @Schema(description = "The condition in words, at most 1,000 characters.") String text,
        @Schema(description = "Whether somebody has confirmed that the condition is met.")
                boolean met) {

    public static long open(List<Criterion> criteria) {
        return criteria.stream().filter(criterion -> !criterion.met()).count();
    }

    /// Checks whether the caller may change `met`.
    public interface TickPermission {

        /// @param pointer JSON Pointer of the `met` that changes
        void allow(String pointer);

        /// For new items: their criteria are never met.
        static void never(String pointer) {
            throw new Invalid(
                    FieldError.at(
                            pointer,
                            "read-only",
                            "The criteria of a new item are not met: leave out `met`."));
        }
    }
}
