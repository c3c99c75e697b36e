package dev.steward.sprint.sprint;

import dev.steward.platform.access.Right;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
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
                List<@NotNull @Valid ItemDecision> decisions,
        @Schema(description = "Decides for the open items that `decisions` does not name.")
                @Nullable Decision others) {

    Closing {
        decisions = Optional.ofNullable(decisions).orElseGet(List::of);
    }

    /// What it takes, beyond the right to close: to split is to edit, and developers size items.
    List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        if (decisions.stream().anyMatch(ItemDecision::isSplit)) {
            rights.add(Right.EDIT_ITEM);
        }
        if (decisions.stream().anyMatch(ItemDecision::isSized)) {
            rights.add(Right.ESTIMATE);
        }
        return rights;
    }

    /// @throws Invalid where a split lacks its rest, or a rest its split
    void requireSound() {
        List<FieldError> errors = new ArrayList<>();
        for (var index = 0; index < decisions.size(); index++) {
            decisions.get(index).objection("/decisions/" + index).ifPresent(errors::add);
        }
        if (others == Decision.SPLIT) {
            errors.add(FieldError.at("/others", "one-of", "Each split names its item and rest."));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    boolean needsNext() {
        return others == Decision.NEXT
                || decisions.stream().anyMatch(one -> one.decision() == Decision.NEXT);
    }

    /// The decision for each open item.
    ///
    /// @throws DecisionsDoNotFit where one has none, two, or is not open
    Map<UUID, Verdict> of(Collection<Item> open) {
        var named = Items.byName(open);
        Map<UUID, Verdict> decided = new HashMap<>();
        List<String> unexpected = new ArrayList<>();
        for (var index = 0; index < decisions.size(); index++) {
            var one = decisions.get(index);
            var verdict = one.verdict("/decisions/" + index);
            var item = named.get(Items.canonical(one.itemId()));
            if (item == null || decided.putIfAbsent(item.id(), verdict) != null) {
                unexpected.add(one.itemId());
            }
        }
        var missing = new HashSet<>(open);
        missing.removeIf(item -> decided.containsKey(item.id()));
        if (others != null) {
            var verdict = others == Decision.NEXT ? new Verdict.ToNext() : new Verdict.ToBacklog();
            missing.forEach(item -> decided.put(item.id(), verdict));
            missing.clear();
        }
        if (!unexpected.isEmpty() || !missing.isEmpty()) {
            throw new DecisionsDoNotFit(
                    missing.stream().map(Item::key).sorted().toList(), unexpected);
        }
        return decided;
    }
}
