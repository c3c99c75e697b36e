package dev.steward.backlog.item;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Which items of a product a list shows.
///
/// @param statuses shows one of these
/// @param types one of these; empty for all
/// @param labels any of these; empty for all
/// @param goals one of these; empty for all
record ItemFilter(
        Set<ShownStatus> statuses, Set<ItemType> types, Set<String> labels, Set<UUID> goals) {

    private static final String VALUES = "string_to_array(:%s, chr(31))";

    /// SQL over item `i`, its work `w` and its release `x`, to follow another condition; its
    /// parameters are the names of [#values].
    String condition() {
        var condition = new StringBuilder(" and " + ShownStatus.isOneOf(statuses));
        if (!types.isEmpty()) {
            condition.append(" and i.type = any (" + VALUES.formatted("types") + ")");
        }
        if (!labels.isEmpty()) {
            condition.append(" and i.labels && " + VALUES.formatted("labels"));
        }
        if (!goals.isEmpty()) {
            condition.append(
                    " and i.goal_id = any (cast(" + VALUES.formatted("goals") + " as uuid[]))");
        }
        return condition.toString();
    }

    Map<String, Collection<?>> values() {
        Map<String, Collection<?>> values = new TreeMap<>();
        if (!types.isEmpty()) {
            values.put("types", types);
        }
        if (!labels.isEmpty()) {
            values.put("labels", labels);
        }
        if (!goals.isEmpty()) {
            values.put("goals", goals);
        }
        return values;
    }
}
