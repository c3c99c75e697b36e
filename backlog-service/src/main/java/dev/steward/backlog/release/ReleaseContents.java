package dev.steward.backlog.release;

import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;

/// Finds the items of a release by the ids and keys in a request, and collects errors.
final class ReleaseContents {

    private final Map<String, ReleaseItem> known;
    private final Collection<UUID> before;
    private final SequencedSet<UUID> ids = new LinkedHashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    /// @param known the product's items by id and by key
    /// @param before items in the release already: these may have been dropped since, which only
    ///   prevents releasing
    ReleaseContents(Map<String, ReleaseItem> known, Collection<UUID> before) {
        this.known = known;
        this.before = before;
    }

    /// @throws Invalid with an error for each item that cannot be in the release
    List<UUID> named(List<String> names) {
        for (var index = 0; index < names.size(); index++) {
            add("/itemIds/" + index, names.get(index));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return List.copyOf(ids);
    }

    private void add(String pointer, String name) {
        var item = known.get(name);
        if (item == null) {
            refuse(pointer, "unknown-item", "This product has no item " + name + ".");
        } else if (!ids.add(item.id())) {
            refuse(pointer, "duplicate", name + " is named twice.");
        } else if (item.status() == ShownStatus.DROPPED && !before.contains(item.id())) {
            refuse(pointer, "item-is-dropped", name + " is dropped.");
        }
    }

    private void refuse(String pointer, String code, String message) {
        errors.add(FieldError.at(pointer, code, message));
    }
}
