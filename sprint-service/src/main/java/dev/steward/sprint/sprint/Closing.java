package dev.steward.sprint.sprint;

import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What becomes of each open item of a sprint that is closed.
///
/// @param others what becomes of the open items that are not named; without it all must be
@Schema(name = "SprintClosing")
record Closing(
        @Schema(description = "One for each open item, unless `others` decides.")
                @Size(max = SprintItems.MOST)
                List<@NotNull @Valid OfItem> decisions,
        @Schema(description = "Decides for the open items that `decisions` does not name.")
                @Nullable Decision others) {

    @Schema(name = "SprintClosingDecision")
    record OfItem(
            @Schema(description = "The item's id or key.", examples = "SHOP-12")
                    @NotNull
                    @Size(min = 1, max = 40)
                    String itemId,
            @Schema(
                            description =
                                    "BACKLOG, or NEXT: the team's next PLANNED sprint. SPLIT is refused with `split-not-available` until items can be split.")
                    @NotNull
                    Decision decision) {}

    Closing {
        decisions = Optional.ofNullable(decisions).orElseGet(List::of);
    }

    /// @throws SplitNotAvailable
    Closing requirePossible() {
        for (var index = 0; index < decisions.size(); index++) {
            if (decisions.get(index).decision() == Decision.SPLIT) {
                throw new SplitNotAvailable("/decisions/" + index + "/decision");
            }
        }
        if (others == Decision.SPLIT) {
            throw new SplitNotAvailable("/others");
        }
        return this;
    }

    boolean needsNext() {
        return others == Decision.NEXT
                || decisions.stream().anyMatch(one -> one.decision() == Decision.NEXT);
    }

    /// The decision for each open item.
    ///
    /// @throws DecisionsDoNotFit where one has none, two, or is not open
    Map<UUID, Decision> of(Collection<Item> open) {
        var named = Items.byName(open);
        Map<UUID, Decision> decided = new HashMap<>();
        List<String> unexpected = new ArrayList<>();
        for (var one : decisions) {
            var item = named.get(Items.canonical(one.itemId()));
            if (item == null || decided.putIfAbsent(item.id(), one.decision()) != null) {
                unexpected.add(one.itemId());
            }
        }
        var missing = new HashSet<>(open);
        missing.removeIf(item -> decided.containsKey(item.id()));
        if (others != null) {
            missing.forEach(item -> decided.put(item.id(), others));
            missing.clear();
        }
        if (!unexpected.isEmpty() || !missing.isEmpty()) {
            throw new DecisionsDoNotFit(
                    missing.stream().map(Item::key).sorted().toList(), unexpected);
        }
        return decided;
    }
}
