package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/// Which right a field needs: the owner says what is worth doing, the developers how large it is.
enum FieldGroup {
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

    /// A change needs the right of every field that it sets, in the order in which it sets them.
    static Grant allow(Grant grant, Collection<String> fields) {
        fields.forEach(field -> allow(grant, field));
        return grant;
    }

    /// A creation covers the text; what else it sets needs its own right.
    static Grant allowNew(Grant grant, Collection<String> fields) {
        grant.toDo(Right.CREATE_ITEM);
        return allow(grant, fields.stream().filter(field -> !TEXT.fields.contains(field)).toList());
    }

    private static void allow(Grant grant, String field) {
        Arrays.stream(values())
                .filter(group -> group.fields.contains(field))
                .forEach(group -> grant.toDo(group.right));
    }
}
