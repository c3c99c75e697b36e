package dev.steward.backlog.order.proposal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the free slots from the top. An item that must follow another one is skipped until that
/// one is placed. Items that must stand above a fixed item are taken first once only as many slots
/// are left above it as they need.
final class SlotFiller {

    /// Items that must stand above a fixed slot.
    ///
    /// @param freeAbove number of slots that were free above it at the beginning
    private record Requirement(Set<Integer> needed, int freeAbove) {

        /// Whether the next slot must go to one of these items.
        ///
        /// @param filled number of slots filled so far
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

    /// @param slots with the items that are fixed; the free ones are filled in place
    /// @param wanted one item for each free slot, best first
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

    /// Sets after how many filled slots a requirement can become urgent: before that, none is
    /// checked.
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
                markPlaced(slots[i]);
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

    private void markPlaced(int item) {
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
