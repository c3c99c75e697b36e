package dev.steward.backlog.order.proposal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The last step of [ReferenceProposedOrder].
final class ReferenceSlotFiller {

    private final @Nullable UUID[] slots;
    private final List<UUID> wanted;
    private final Map<UUID, Integer> indices = new HashMap<>();
    private final Map<UUID, List<UUID>> successors;
    private final Map<UUID, Integer> waitsFor = new HashMap<>();
    private final NavigableSet<Integer> ready = new TreeSet<>();
    private final Map<Integer, Set<UUID>> due = new LinkedHashMap<>();
    private final int[] freeUpTo;

    /// @param slots with the items that are fixed; the free ones are filled in place
    /// @param wanted one item for each free slot, best first
    ReferenceSlotFiller(@Nullable UUID[] slots, PinConstraints pins, List<UUID> wanted) {
        this.slots = slots;
        this.freeUpTo = new int[slots.length + 1];
        this.wanted = wanted;
        this.successors = pins.successors();
        successors
                .values()
                .forEach(items -> items.forEach(item -> waitsFor.merge(item, 1, Integer::sum)));
        for (int i = 0; i < wanted.size(); i++) {
            indices.put(wanted.get(i), i);
            if (!waitsFor.containsKey(wanted.get(i))) {
                ready.add(i);
            }
        }
        for (int i = 0; i < slots.length; i++) {
            freeUpTo[i + 1] = freeUpTo[i] + (slots[i] == null ? 1 : 0);
        }
        for (var slot : pins.fixed().keySet()) {
            var needed = pins.neededAbove(slot);
            if (!needed.isEmpty()) {
                due.put(slot, needed);
            }
        }
    }

    void fill() {
        for (int i = 0; i < slots.length; i++) {
            var item = slots[i];
            if (item == null) {
                var next = next(i);
                ready.remove(next);
                item = wanted.get(next);
                slots[i] = item;
            }
            stands(item);
        }
    }

    private void stands(UUID item) {
        due.values().forEach(needed -> needed.remove(item));
        for (var successor : successors.getOrDefault(item, List.of())) {
            if (waitsFor.merge(successor, -1, Integer::sum) == 0
                    && indices.containsKey(successor)) {
                ready.add(indices.get(successor));
            }
        }
    }

    private int next(int slot) {
        for (var entry : due.entrySet()) {
            var left = freeUpTo[Math.max(slot, entry.getKey())] - freeUpTo[slot];
            if (!entry.getValue().isEmpty() && entry.getValue().size() >= left) {
                return ready.stream()
                        .filter(i -> entry.getValue().contains(wanted.get(i)))
                        .findFirst()
                        .orElseThrow();
            }
        }
        return ready.first();
    }
}
