package dev.steward.backlog.item;

import dev.steward.platform.messaging.Changes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an item says: all that the right to edit items covers.
///
/// @param description Markdown, at most 30,000 characters
/// @param criteria at most 100
/// @param labels at most 20
/// @param goalId the goal that it serves
record ItemText(
        ItemType type,
        String title,
        @Nullable String description,
        List<Criterion> criteria,
        List<String> labels,
        @Nullable UUID goalId) {

    ItemText {
        criteria = List.copyOf(criteria);
        labels = List.copyOf(labels);
    }

    Changes changesTo(ItemText to) {
        return Changes.of("type", type, to.type)
                .and("title", title, to.title)
                .and("description", description, to.description)
                .and("acceptanceCriteria", criteria, to.criteria)
                .and("labels", labels, to.labels)
                .and("goalId", goalId, to.goalId);
    }
}
