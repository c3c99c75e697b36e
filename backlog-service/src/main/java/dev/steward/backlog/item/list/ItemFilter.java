package dev.steward.backlog.item.list;

import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.database.SqlArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/// The filter of an item list.
///
/// @param statuses shown statuses, any of these
/// @param types any of these; empty for all
/// @param labels any of these; empty for all
/// @param goals any of these; empty for all
record ItemFilter(
        Set<ShownStatus> statuses, Set<ItemType> types, Set<String> labels, Set<UUID> goals) {

    /// Ordered as one index only, so that PostgreSQL reads that index and stops. With `type =` it
    /// could also walk through all items by number.
    private static final String FIRST_OF_TYPES =
            """
            select first.id from unnest(:types) as wanted (type) cross join lateral (
                select id from item where product_id = :product
                    and type between wanted.type and wanted.type
                order by type, number limit :few) first
            """;

    private static final String FIRST_OF_LABELS =
            """
            select first.id from unnest(:labels) as wanted (label) cross join lateral (
                select item_id as id from item_label
                where product_id = :product and label between wanted.label and wanted.label
                order by label, item_id limit :few) first
            """;

    private static final String FIRST_OF_GOALS =
            """
            select first.id from unnest(:goals) as wanted (goal) cross join lateral (
                select id from item where goal_id between wanted.goal and wanted.goal
                    and product_id = :product
                order by goal_id limit :few) first
            """;

    /// SQL condition over item `i`, its work `w` and its release `x`, to be appended to another
    /// condition. [#bind] binds its parameters.
    String condition() {
        var condition = new StringBuilder(" and " + new StatusFilter(statuses).condition());
        if (!types.isEmpty()) {
            condition.append(" and i.type = any (:types)");
        }
        if (!labels.isEmpty()) {
            condition.append(" and i.labels && :labels");
        }
        if (!goals.isEmpty()) {
            condition.append(" and i.goal_id = any (:goals)");
        }
        return condition.toString();
    }

    /// Whether it excludes more than dropped items.
    boolean isSelective() {
        return !candidateQueries().isEmpty();
    }

    /// For each filter, SQL of the ids of a superset of the items that pass it, found by an index.
    List<String> candidateQueries() {
        List<String> candidateQueries = new ArrayList<>();
        new StatusFilter(statuses).candidateQuery().ifPresent(candidateQueries::add);
        if (!types.isEmpty()) {
            candidateQueries.add(FIRST_OF_TYPES);
        }
        if (!labels.isEmpty()) {
            candidateQueries.add(FIRST_OF_LABELS);
        }
        if (!goals.isEmpty()) {
            candidateQueries.add(FIRST_OF_GOALS);
        }
        return candidateQueries;
    }

    Query bind(Query query) {
        if (!types.isEmpty()) {
            query.bind("types", SqlArray.texts(types.stream().map(ItemType::name).toList()));
        }
        if (!labels.isEmpty()) {
            query.bind("labels", SqlArray.texts(labels));
        }
        if (!goals.isEmpty()) {
            query.bind("goals", SqlArray.uuids(goals));
        }
        return query;
    }
}
