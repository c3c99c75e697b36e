package dev.steward.feedback.promotion;

import dev.steward.feedback.entry.FeedbackKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Types of items that can be requested.
@Schema(name = "PromotedItemType")
enum ItemType {
    EPIC,
    STORY,
    BUG,
    DEBT,
    RESEARCH;

    static ItemType defaultFor(FeedbackKind kind) {
        return switch (kind) {
            case PROBLEM -> BUG;
            case IDEA, PRAISE, QUESTION, OTHER -> STORY;
        };
    }
}
