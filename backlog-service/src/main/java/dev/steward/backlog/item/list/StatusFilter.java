package dev.steward.backlog.item.list;

import static dev.steward.backlog.item.ShownStatus.DONE;
import static dev.steward.backlog.item.ShownStatus.DROPPED;
import static dev.steward.backlog.item.ShownStatus.IN_PROGRESS;
import static dev.steward.backlog.item.ShownStatus.NEW;
import static dev.steward.backlog.item.ShownStatus.READY;
import static dev.steward.backlog.item.ShownStatus.REFINING;
import static dev.steward.backlog.item.ShownStatus.RELEASED;
import static dev.steward.backlog.item.ShownStatus.SELECTED;

import dev.steward.backlog.item.ShownStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds items by the status that they show, as [ShownStatus#of] computes it.
///
/// @param statuses any of these
record StatusFilter(Set<ShownStatus> statuses) {

    private static final Set<ShownStatus> BEFORE_WORK = EnumSet.of(NEW, REFINING, READY);
    private static final Set<ShownStatus> OF_ITEM = EnumSet.of(NEW, REFINING, READY, DROPPED);
    private static final Set<ShownStatus> OF_WORK = EnumSet.of(SELECTED, IN_PROGRESS, DONE);
    private static final Set<ShownStatus> NOT_DROPPED = EnumSet.complementOf(EnumSet.of(DROPPED));

    /// Ordered as one index only; `ItemFilter` says why, at its types.
    private static final String FIRST_OF_STATUS =
            """
            select id from (
                select id from item
                where product_id = :product and status between '%1$s' and '%1$s'%2$s
                order by status, number limit :few) own
            """;

    private static final String FIRST_OF_WORK =
            """
            select id from (
                select id from item_work
                where product_id = :product and status between '%1$s' and '%1$s' and status <> 'NONE'
                order by product_id, status limit :few) work
            """;

    private static final String FIRST_RELEASED =
            """
            select id from (
                select item_id as id from item_release
                where product_id between :product and :product and status = 'RELEASED'
                order by product_id limit :few) released
            """;

    /// SQL condition over item `i`, its work `w` and its release `x`. Work and release are read
    /// only where they matter; where only one of them does, its index is used.
    String condition() {
        if (showsAllNotDropped()) {
            return "i.status in " + list(statuses.contains(DROPPED) ? OF_ITEM : BEFORE_WORK);
        }
        List<String> alternatives = new ArrayList<>();
        if (statuses.contains(RELEASED)) {
            alternatives.add("(x.product_id = :product and x.status = 'RELEASED')");
        }
        var ofWork = chosen(OF_WORK);
        if (!ofWork.isEmpty()) {
            alternatives.add(
                    """
                    (w.product_id = :product and w.status in %s and i.status <> 'DROPPED'
                        and x.status is distinct from 'RELEASED')
                    """
                            .formatted(list(ofWork)));
        }
        var beforeWork = chosen(BEFORE_WORK);
        if (!beforeWork.isEmpty()) {
            alternatives.add(
                    """
                    (i.status in %s and coalesce(w.status, 'NONE') = 'NONE'
                        and x.status is distinct from 'RELEASED')
                    """
                            .formatted(list(beforeWork)));
        }
        if (statuses.contains(DROPPED)) {
            alternatives.add("i.status = 'DROPPED'");
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }

    /// SQL of the ids of a superset of the items, each part by an index; empty when that is nearly
    /// every item.
    Optional<String> candidateQuery() {
        if (showsAllNotDropped()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (statuses.contains(RELEASED)) {
            parts.add(FIRST_RELEASED);
        }
        chosen(OF_WORK).stream().map(FIRST_OF_WORK::formatted).forEach(parts::add);
        chosen(BEFORE_WORK).stream()
                .map(status -> FIRST_OF_STATUS.formatted(status, " and not shows_work"))
                .forEach(parts::add);
        if (statuses.contains(DROPPED)) {
            parts.add(FIRST_OF_STATUS.formatted(DROPPED, ""));
        }
        return Optional.of(String.join(" union all ", parts));
    }

    private boolean showsAllNotDropped() {
        return statuses.containsAll(NOT_DROPPED);
    }

    private Set<ShownStatus> chosen(Set<ShownStatus> among) {
        var chosen = EnumSet.copyOf(among);
        chosen.retainAll(statuses);
        return chosen;
    }

    /// Only constants of the enum get into the SQL, never text of a request.
    private static String list(Set<ShownStatus> statuses) {
        return statuses.stream()
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
