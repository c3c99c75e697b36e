package dev.steward.backlog.item;

import java.util.List;
import java.util.UUID;

/// One acceptance criterion.
///
/// @param met ticked in the sprint, never here
public record Criterion(UUID id, String text, boolean met) {

    static long open(List<Criterion> criteria) {
        return criteria.stream().filter(criterion -> !criterion.met()).count();
    }
}
