package dev.steward.backlog.order;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the free places from above. What waits for another item is passed over until that one
/// stands; what must stand above a fixed item is taken when no more than its place is left.
final class SlotFiller {

    /// What must stand above a fixed place.
    ///
    /// @param freeAbove how many places there were free above it
    private record Requirement(Set<Integer> needed, int freeAbove) {

        /// Whether only what is needed may take the next place.
        ///
        /// @param filled how many of the places are taken
        boolean isUrgent(int filled) {
            return !needed.isEmpty() && needed.size() >= freeAbove - filled;
        }
    }

    private final int[] slots;
    private final PositionConstraints pins;
    private final int[] wanted;
    private final Map<Integer, Integer> constrainedIndices = new HashMap<>();
    private final Map<Integer, List<Integer>> successors;
    private final Map<Integer, Integer> waitsFor = new HashMap<>();
    private final BitSet ready = new BitSet();
    private final List<Requirement> requirements = new ArrayList<>();
    private int firstReady;
    private int urgentFrom;

    /// @param slots filled where an item stands already; the free ones are filled in place
    /// @param wanted as many as there are free places, the best first
    SlotFiller(int[] slots, PositionConstraints pins, int[] wanted) {
        this.slots = slots;
        this.pins = pins;
        this.wanted = wanted;
        this.successors = pins.successors();
        successors
                .values()
                .forEach(items -> items.forEach(item -> waitsFor.merge(item, 1, Integer::sum)));
        for (int i = 0; i < wanted.length; i++) {
            if (pins.isNamed(wanted[i])) {
                constrainedIndices.put(wanted[i], i);
            }
            ready.set(i, !waitsFor.containsKey(wanted[i]));
        }
        findRequirements();
    }

    private void findRequirements() {
        int free = 0;
        int slot = 0;
        for (var fixed : pins.fixedPlaces()) {
            for (; slot < fixed; slot++) {
                free += slots[slot] == ProposedOrder.FREE ? 1 : 0;
            }
            var needed = pins.neededAbove(fixed);
            if (!needed.isEmpty()) {
                requirements.add(new Requirement(needed, free));
            }
        }
        findUrgentFrom();
    }

    /// From how many filled places on something is pressing: none is looked at before.
    private void findUrgentFrom() {
        urgentFrom = Integer.MAX_VALUE;
        for (var due : requirements) {
            if (!due.needed().isEmpty()) {
                urgentFrom = Math.min(urgentFrom, due.freeAbove() - due.needed().size());
            }
        }
    }

    void fill() {
        int filled = 0;
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == ProposedOrder.FREE) {
                slots[i] = wanted[take(filled++)];
            }
            if (pins.isNamed(slots[i])) {
                stands(slots[i]);
            }
        }
    }

    private int take(int filled) {
        firstReady = ready.nextSetBit(firstReady);
        var index = filled < urgentFrom ? firstReady : mostUrgent(filled);
        ready.clear(index);
        return index;
    }

    private int mostUrgent(int filled) {
        for (var due : requirements) {
            if (due.isUrgent(filled)) {
                return due.needed().stream()
                        .mapToInt(constrainedIndices::get)
                        .filter(ready::get)
                        .min()
                        .orElseThrow();
            }
        }
        return firstReady;
    }

    private void stands(int item) {
        requirements.forEach(due -> due.needed().remove(item));
        findUrgentFrom();
        for (var successor : successors.getOrDefault(item, List.of())) {
            if (waitsFor.merge(successor, -1, Integer::sum) == 0
                    && constrainedIndices.containsKey(successor)) {
                var index = constrainedIndices.get(successor);
                ready.set(index);
                firstReady = Math.min(firstReady, index);
            }
        }
    }
}
