package dev.steward.backlog.item;

import java.util.List;
import java.util.UUID;

/// One acceptance criterion.
///
/// @param met ticked by somebody who may work on the item
public record Criterion(UUID id, String text, boolean met) {

    static long open(List<Criterion> criteria) {
        return criteria.stream().filter(criterion -> !criterion.met()).count();
    }
}
