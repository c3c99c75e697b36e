package dev.steward.backlog.item;

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

    static long open(List<Criterion> criteria) {
        return criteria.stream().filter(criterion -> !criterion.met()).count();
    }
}
