package dev.steward.sprint.sprint.closing;

import dev.steward.platform.access.Right;
import dev.steward.platform.web.problem.Conflict;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.sprint.SprintItems;
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

/// The body of a request to close a sprint: what becomes of each open item.
@Schema(name = "SprintClosing")
record ClosingRequest(
        @Schema(
                        description =
                                "One decision for each open item; items without one follow `others`. Empty when absent.")
                @Size(max = SprintItems.MOST)
                List<@NotNull @Valid ItemDecision> decisions,
        @Schema(
                        description =
                                "BACKLOG or NEXT: the decision for every open item that `decisions` does not name. When it is absent, `decisions` must name all open items.")
                @Nullable ClosingDecision others) {

    ClosingRequest {
        decisions = Optional.ofNullable(decisions).orElseGet(List::of);
    }

    /// The rights needed besides the one to close: EDIT_ITEM to split, ESTIMATE to estimate a
    /// remainder.
    List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        if (decisions.stream().anyMatch(ItemDecision::isSplit)) {
            rights.add(Right.EDIT_ITEM);
        }
        if (decisions.stream().anyMatch(ItemDecision::isEstimated)) {
            rights.add(Right.ESTIMATE);
        }
        return rights;
    }

    /// @throws Invalid when a split has no remainder, or another decision has one
    void validate() {
        List<FieldError> errors = new ArrayList<>();
        for (var index = 0; index < decisions.size(); index++) {
            decisions.get(index).validate("/decisions/" + index).ifPresent(errors::add);
        }
        if (others == ClosingDecision.SPLIT) {
            errors.add(
                    FieldError.at(
                            "/others",
                            "one-of",
                            "SPLIT is not possible for all other items. Allowed: BACKLOG, NEXT."));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    boolean needsNext() {
        return others == ClosingDecision.NEXT
                || decisions.stream().anyMatch(one -> one.decision() == ClosingDecision.NEXT);
    }

    /// The decision on each open item, by item id.
    ///
    /// @throws DecisionsDoNotFit when an open item has no decision or two, or an item is not open
    Map<UUID, CheckedDecision> of(Collection<Item> open) {
        var named = Items.byReference(open);
        Map<UUID, CheckedDecision> decided = new HashMap<>();
        List<String> unexpected = new ArrayList<>();
        for (var index = 0; index < decisions.size(); index++) {
            var one = decisions.get(index);
            var checked = one.checked("/decisions/" + index);
            var item = named.get(Items.canonical(one.itemId()));
            if (item == null || decided.putIfAbsent(item.id(), checked) != null) {
                unexpected.add(one.itemId());
            }
        }
        var missing = new HashSet<>(open);
        missing.removeIf(item -> decided.containsKey(item.id()));
        if (others != null) {
            var other =
                    others == ClosingDecision.NEXT
                            ? new CheckedDecision.ToNextSprint()
                            : new CheckedDecision.ToBacklog();
            missing.forEach(item -> decided.put(item.id(), other));
            missing.clear();
        }
        if (!unexpected.isEmpty() || !missing.isEmpty()) {
            throw new DecisionsDoNotFit(
                    missing.stream().map(Item::key).sorted().toList(), unexpected);
        }
        return decided;
    }

    /// The decisions do not match the open items of the sprint.
    private static final class DecisionsDoNotFit extends Conflict {

        /// @param missing keys of the open items without a decision
        /// @param unexpected ids or keys of items that are not open in the sprint or are named
        ///   twice
        DecisionsDoNotFit(List<String> missing, List<String> unexpected) {
            super("decisions-do-not-fit", detail(missing, unexpected));
            fact("missing", missing);
            fact("unexpected", unexpected);
        }

        private static String detail(List<String> missing, List<String> unexpected) {
            var detail =
                    new StringBuilder("Each open item of the sprint needs exactly one decision.");
            if (!missing.isEmpty()) {
                detail.append(" Without a decision: ")
                        .append(String.join(", ", missing))
                        .append('.');
            }
            if (!unexpected.isEmpty()) {
                detail.append(" Not open in this sprint, or named twice: ")
                        .append(String.join(", ", unexpected))
                        .append('.');
            }
            return detail.toString();
        }
    }
}
