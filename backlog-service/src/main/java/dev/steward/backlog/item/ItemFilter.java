package dev.steward.backlog.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /// In the order of one index only, so that PostgreSQL takes it and stops: with `type =` the
    /// order by number alone would do, and the walk through all others.
    private static final String FIRST_OF_TYPES =
            """
            select first.id from unnest(%s) as wanted (type) cross join lateral (
                select id from item where product_id = :product
                    and type between wanted.type and wanted.type
                order by type, number limit :few) first
            """
                    .formatted(VALUES.formatted("types"));

    private static final String OF_LABELS =
            "select id from item where labels_in(product_id, labels) && labels_in(:product, "
                    + VALUES.formatted("labels")
                    + ")";

    private static final String OF_GOALS =
            "select id from item where product_id = :product and goal_id = any (cast("
                    + VALUES.formatted("goals")
                    + " as uuid[]))";

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

    /// Whether it leaves out more than what was decided against.
    boolean isNarrow() {
        return !ways().isEmpty();
    }

    /// SQL of the ids of all items that pass one of the filters, and of some others; each by an
    /// index.
    List<String> ways() {
        List<String> ways = new ArrayList<>();
        ShownStatus.mayBeOneOf(statuses).ifPresent(ways::add);
        if (!types.isEmpty()) {
            ways.add(FIRST_OF_TYPES);
        }
        if (!labels.isEmpty()) {
            ways.add(OF_LABELS);
        }
        if (!goals.isEmpty()) {
            ways.add(OF_GOALS);
        }
        return ways;
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
