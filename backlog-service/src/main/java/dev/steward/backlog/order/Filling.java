package dev.steward.backlog.order;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the free places from above. What waits for another item is passed over until that one
/// stands; what must stand above a fixed item is taken when no more than its place is left.
final class Filling {

    /// What must stand above a fixed place.
    ///
    /// @param freeAbove how many places there were free above it
    private record Due(Set<Integer> needed, int freeAbove) {

        /// Whether only what is needed may take the next place.
        ///
        /// @param filled how many of the places are taken
        boolean isPressing(int filled) {
            return !needed.isEmpty() && needed.size() >= freeAbove - filled;
        }
    }

    private final int[] slots;
    private final PinnedPositions pins;
    private final int[] wanted;
    private final Map<Integer, Integer> namedIndices = new HashMap<>();
    private final Map<Integer, List<Integer>> successors;
    private final Map<Integer, Integer> waitsFor = new HashMap<>();
    private final BitSet ready = new BitSet();
    private final List<Due> dues = new ArrayList<>();
    private int firstReady;
    private int pressing;

    /// @param slots filled where an item stands already; the free ones are filled in place
    /// @param wanted as many as there are free places, the best first
    Filling(int[] slots, PinnedPositions pins, int[] wanted) {
        this.slots = slots;
        this.pins = pins;
        this.wanted = wanted;
        this.successors = pins.successors();
        successors
                .values()
                .forEach(items -> items.forEach(item -> waitsFor.merge(item, 1, Integer::sum)));
        for (int i = 0; i < wanted.length; i++) {
            if (pins.isNamed(wanted[i])) {
                namedIndices.put(wanted[i], i);
            }
            ready.set(i, !waitsFor.containsKey(wanted[i]));
        }
        findDues();
    }

    private void findDues() {
        int free = 0;
        int slot = 0;
        for (var fixed : pins.fixedPlaces()) {
            for (; slot < fixed; slot++) {
                free += slots[slot] == ProposedOrder.FREE ? 1 : 0;
            }
            var needed = pins.neededAbove(fixed);
            if (!needed.isEmpty()) {
                dues.add(new Due(needed, free));
            }
        }
        findPressing();
    }

    /// From how many filled places on something is pressing: none is looked at before.
    private void findPressing() {
        pressing = Integer.MAX_VALUE;
        for (var due : dues) {
            if (!due.needed().isEmpty()) {
                pressing = Math.min(pressing, due.freeAbove() - due.needed().size());
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
        var index = filled < pressing ? firstReady : mostPressing(filled);
        ready.clear(index);
        return index;
    }

    private int mostPressing(int filled) {
        for (var due : dues) {
            if (due.isPressing(filled)) {
                return due.needed().stream()
                        .mapToInt(namedIndices::get)
                        .filter(ready::get)
                        .min()
                        .orElseThrow();
            }
        }
        return firstReady;
    }

    private void stands(int item) {
        dues.forEach(due -> due.needed().remove(item));
        findPressing();
        for (var successor : successors.getOrDefault(item, List.of())) {
            if (waitsFor.merge(successor, -1, Integer::sum) == 0
                    && namedIndices.containsKey(successor)) {
                var index = namedIndices.get(successor);
                ready.set(index);
                firstReady = Math.min(firstReady, index);
            }
        }
    }
}
