package dev.steward.backlog.item;

import dev.steward.backlog.work.WorkStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The status that is shown, computed and never stored: RELEASED when the item is in a released
/// release, DROPPED when it was dropped, otherwise the status of the work in a sprint, otherwise
/// the item's own status. A released item is never dropped, and a dropped one never released.
@Schema(name = "ItemStatus")
public enum ShownStatus {
    NEW,
    REFINING,
    READY,
    SELECTED,
    IN_PROGRESS,
    DONE,
    RELEASED,
    DROPPED;

    private static final Set<ShownStatus> GONE = EnumSet.of(DROPPED);
    private static final Set<ShownStatus> WORK = EnumSet.of(SELECTED, IN_PROGRESS, DONE);
    private static final Set<ShownStatus> OWN = EnumSet.of(NEW, REFINING, READY);
    private static final Set<ShownStatus> OPEN = EnumSet.complementOf(EnumSet.of(DROPPED));

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

    public static ShownStatus of(ItemStatus own, WorkStatus work, boolean released) {
        if (released) {
            return RELEASED;
        }
        return switch (own) {
            case DROPPED -> DROPPED;
            case NEW, REFINING, READY ->
                    switch (work) {
                        case NONE -> valueOf(own.name());
                        case SELECTED -> SELECTED;
                        case IN_PROGRESS -> IN_PROGRESS;
                        case DONE -> DONE;
                    };
        };
    }

    /// SQL condition over item `i`, its work `w` and its release `x`: the item shows one of these
    /// statuses. Work and release are read only where they matter; where only one of them does, its
    /// index is used.
    public static String isOneOf(Collection<ShownStatus> wanted) {
        if (wanted.containsAll(OPEN)) {
            return "i.status in " + those(wanted, OWN, GONE);
        }
        List<String> either = new ArrayList<>();
        if (wanted.contains(RELEASED)) {
            either.add("(x.product_id = :product and x.status = 'RELEASED')");
        }
        if (wanted.stream().anyMatch(WORK::contains)) {
            either.add(
                    """
                    (w.product_id = :product and w.status in %s and i.status not in %s
                        and x.status is distinct from 'RELEASED')
                    """
                            .formatted(those(wanted, WORK), those(GONE, GONE)));
        }
        if (wanted.stream().anyMatch(OWN::contains)) {
            either.add(
                    """
                    (i.status in %s and coalesce(w.status, 'NONE') = 'NONE'
                        and x.status is distinct from 'RELEASED')
                    """
                            .formatted(those(wanted, OWN)));
        }
        if (wanted.stream().anyMatch(GONE::contains)) {
            either.add("i.status in " + those(wanted, GONE));
        }
        return "(" + String.join(" or ", either) + ")";
    }

    /// SQL of the ids of all items that may show one of these statuses, each part by an index;
    /// empty when that is nearly every item.
    public static Optional<String> mayBeOneOf(Collection<ShownStatus> wanted) {
        if (wanted.containsAll(OPEN)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (wanted.contains(RELEASED)) {
            parts.add(FIRST_RELEASED);
        }
        wanted.stream().filter(WORK::contains).map(FIRST_OF_WORK::formatted).forEach(parts::add);
        wanted.stream()
                .filter(OWN::contains)
                .map(status -> FIRST_OF_STATUS.formatted(status, " and not shows_work"))
                .forEach(parts::add);
        wanted.stream()
                .filter(GONE::contains)
                .map(status -> FIRST_OF_STATUS.formatted(status, ""))
                .forEach(parts::add);
        return Optional.of(String.join(" union all ", parts));
    }

    /// Only constants of this enum get into the SQL, never text of a request.
    @SafeVarargs
    private static String those(Collection<ShownStatus> wanted, Set<ShownStatus>... among) {
        return Set.of(among).stream()
                .flatMap(Set::stream)
                .filter(wanted::contains)
                .sorted()
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
