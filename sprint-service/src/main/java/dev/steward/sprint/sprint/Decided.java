package dev.steward.sprint.sprint;

import static java.util.Objects.requireNonNull;

import dev.steward.sprint.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The open stays of a sprint that is closed, by what becomes of them.
record Decided(List<SprintItem> returned, List<SprintItem> carried, List<InTwo> split) {

    /// @param at pointer to the rest in the request
    record InTwo(SprintItem stay, Item item, Rest rest, String at) {}

    static Decided of(List<SprintItem> open, Map<UUID, Item> items, Map<UUID, Verdict> verdicts) {
        var decided = new Decided(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var stay : open) {
            switch (requireNonNull(verdicts.get(stay.itemId()))) {
                case Verdict.ToBacklog() -> decided.returned.add(stay);
                case Verdict.ToNext() -> decided.carried.add(stay);
                case Verdict.InTwo(var rest, var at) ->
                        decided.split.add(
                                new InTwo(
                                        stay, requireNonNull(items.get(stay.itemId())), rest, at));
            }
        }
        return decided;
    }
}
