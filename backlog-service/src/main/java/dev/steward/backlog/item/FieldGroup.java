package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/// Which right each field of an item needs.
public enum FieldGroup {
    TEXT(
            Right.EDIT_ITEM,
            Set.of("type", "title", "description", "acceptanceCriteria", "labels", "goalId")),
    SIZE(Right.ESTIMATE, Set.of("estimate")),
    VALUE(
            Right.PRIORITISE,
            Set.of("value", "timeCriticality", "riskReduction", "reach", "impact", "confidence")),
    PLACE(Right.PRIORITISE, Set.of("place"));

    private final Right right;
    private final Set<String> fields;

    FieldGroup(Right right, Set<String> fields) {
        this.right = right;
        this.fields = fields;
    }

    /// Checks the right of every field that an update sets, in the order of the fields.
    public static Grant allow(Grant grant, Collection<String> fields) {
        fields.forEach(field -> allow(grant, field));
        return grant;
    }

    /// Checks the rights of a creation: CREATE_ITEM covers the text, every other field needs its
    /// own right.
    public static Grant allowNew(Grant grant, Collection<String> fields) {
        grant.toDo(Right.CREATE_ITEM);
        return allow(grant, fields.stream().filter(field -> !TEXT.fields.contains(field)).toList());
    }

    private static void allow(Grant grant, String field) {
        Arrays.stream(values())
                .filter(group -> group.fields.contains(field))
                .forEach(group -> grant.toDo(group.right));
    }
}
