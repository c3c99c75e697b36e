package dev.steward.backlog.item;

import dev.steward.backlog.work.WorkStatus;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The status that an item shows, computed here and stored nowhere: DROPPED where the item was
/// decided against, else how far the work on it is, else the item's own.
@Schema(name = "ItemStatus")
public enum ShownStatus {
    NEW,
    REFINING,
    READY,
    SELECTED,
    IN_PROGRESS,
    DONE,
    DROPPED;

    private static final Set<ShownStatus> GONE = EnumSet.of(DROPPED);
    private static final Set<ShownStatus> WORK = EnumSet.of(SELECTED, IN_PROGRESS, DONE);
    private static final Set<ShownStatus> OWN = EnumSet.of(NEW, REFINING, READY);

    public static ShownStatus of(ItemStatus own, WorkStatus work) {
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

    /// SQL over item `i` and its work `w`, if any: it shows one of these. Where work makes no
    /// difference it is not looked at; where only work counts, its index leads.
    static String isOneOf(Collection<ShownStatus> wanted) {
        if (wanted.containsAll(OWN) && wanted.containsAll(WORK)) {
            return "i.status in " + those(wanted, OWN, GONE);
        }
        var work =
                "(w.product_id = :product and w.status in %s and i.status not in %s)"
                        .formatted(those(wanted, WORK), those(GONE, GONE));
        if (WORK.containsAll(wanted)) {
            return work;
        }
        var own =
                "(i.status in %s and coalesce(w.status, 'NONE') = 'NONE')"
                        .formatted(those(wanted, OWN));
        return "(i.status in %s or %s or %s)".formatted(those(wanted, GONE), work, own);
    }

    /// Names of this enumeration only: nothing that a caller wrote gets here.
    @SafeVarargs
    private static String those(Collection<ShownStatus> wanted, Set<ShownStatus>... among) {
        var names =
                Set.of(among).stream()
                        .flatMap(Set::stream)
                        .filter(wanted::contains)
                        .sorted()
                        .map(status -> "'" + status + "'")
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "(null)" : "(" + names + ")";
    }
}
