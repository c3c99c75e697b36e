package dev.steward.backlog.item;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// The text fields of an item: all that the right EDIT_ITEM covers.
///
/// @param description Markdown, at most 65,536 characters
/// @param acceptanceCriteria at most 100
/// @param labels at most 20
/// @param goalId goal that the item serves; null for none
@Embeddable
public record ItemText(
        @Enumerated(EnumType.STRING) ItemType type,
        String title,
        @Nullable String description,
        @Column(name = "acceptance_criteria", columnDefinition = "jsonb")
                @JdbcTypeCode(SqlTypes.JSON)
                @Mutability(Immutability.class)
                List<Criterion> acceptanceCriteria,
        @Column(columnDefinition = "text[]") @JdbcTypeCode(SqlTypes.ARRAY) List<String> labels,
        @Column(name = "goal_id") @Nullable UUID goalId) {

    public ItemText {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        labels = List.copyOf(labels);
    }

    /// Text of a new item that has nothing else.
    public static ItemText of(ItemType type, String title, @Nullable String description) {
        return new ItemText(type, title, description, List.of(), List.of(), null);
    }

    /// The same text with these; null leaves what there is.
    public ItemText updated(
            String newTitle,
            @Nullable String newDescription,
            @Nullable ItemType newType,
            @Nullable List<String> newLabels) {
        return new ItemText(
                newType == null ? type : newType,
                newTitle,
                newDescription == null ? description : newDescription,
                acceptanceCriteria,
                newLabels == null ? labels : newLabels,
                goalId);
    }

    /// Text of the finished part after a split: only the criteria that are met stay.
    ItemText finishedPart() {
        return new ItemText(type, title, description, criteria(true), labels, goalId);
    }

    /// Text of the unfinished part after a split: type, labels and goal stay, with the criteria
    /// that are not met.
    public ItemText remainder(String itsTitle) {
        return new ItemText(type, itsTitle, null, criteria(false), labels, goalId);
    }

    private List<Criterion> criteria(boolean met) {
        return acceptanceCriteria.stream().filter(criterion -> criterion.met() == met).toList();
    }

    Changes changesTo(ItemText to) {
        return Changes.of("type", type, to.type)
                .and("title", title, to.title)
                .and("description", description, to.description)
                .and("acceptanceCriteria", acceptanceCriteria, to.acceptanceCriteria)
                .and("labels", labels, to.labels)
                .and("goalId", goalId, to.goalId);
    }
}
