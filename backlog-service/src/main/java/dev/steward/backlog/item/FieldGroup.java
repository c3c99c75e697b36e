package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which right each field of an item needs.
public enum FieldGroup {
    SIZE(Right.ESTIMATE, Set.of("estimate")),
    VALUE(
            Right.PRIORITISE,
            Set.of("value", "timeCriticality", "riskReduction", "reach", "impact", "confidence")),
    PLACE(Right.PRIORITISE, Set.of("place")),
    /// All other fields.
    TEXT(Right.EDIT_ITEM, Set.of());

    private static final Set<String> ALL =
            Arrays.stream(ItemFields.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableSet());

    private final Right right;
    private final Set<String> fields;

    FieldGroup(Right right, Set<String> fields) {
        this.right = right;
        this.fields = fields;
    }

    /// Checks the right of every field that an update sets, in the order of the fields.
    public static Grant allow(Grant grant, Collection<String> fields) {
        fields.forEach(field -> of(field).ifPresent(group -> grant.require(group.right)));
        return grant;
    }

    /// Checks the rights of a creation: CREATE_ITEM covers the text, every other field needs its
    /// own right.
    public static Grant allowNew(Grant grant, Collection<String> fields) {
        grant.require(Right.CREATE_ITEM);
        return allow(
                grant,
                fields.stream().filter(field -> of(field).filter(TEXT::equals).isEmpty()).toList());
    }

    /// Empty for what is no field of an item: it is refused when the body is read.
    private static Optional<FieldGroup> of(String field) {
        return Arrays.stream(values())
                .filter(group -> group.fields.contains(field))
                .findFirst()
                .or(() -> Optional.of(TEXT).filter(_ -> ALL.contains(field)));
    }
}
