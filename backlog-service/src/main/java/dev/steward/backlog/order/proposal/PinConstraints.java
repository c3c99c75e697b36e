package dev.steward.backlog.order.proposal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.order.proposal.PinConstraint.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The constraints of all active pins of a product on the order of its open items.
///
/// An item has at most one pin, so items pinned to other items form trees. The root of a tree is an
/// item at a fixed position or an item without a pin; or the tree closes to a cycle.
final class PinConstraints {

    /// Pins that no order can satisfy together.
    record Contradiction(List<PinConstraint> pins) {}

    private final Map<UUID, PinConstraint> pins;
    private final Map<UUID, List<PinConstraint>> attached;
    private final NavigableMap<Integer, UUID> fixed = new TreeMap<>();
    private final Set<UUID> leaders = new LinkedHashSet<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final int size;

    /// @param size number of open items
    PinConstraints(Collection<PinConstraint> pinned, int size) {
        this.size = size;
        this.pins = pinned.stream().collect(toMap(PinConstraint::item, Function.identity()));
        this.attached =
                pinned.stream()
                        .filter(pin -> !(pin.place() instanceof Place.Position))
                        .collect(groupingBy(pin -> anchor(pin.place())));
        fix();
        closeCycles();
        if (contradictions.isEmpty()) {
            checkCapacity();
        }
    }

    private static UUID anchor(Place place) {
        return switch (place) {
            case Place.Above(UUID item) -> item;
            case Place.Below(UUID item) -> item;
            case Place.Position _ -> throw new IllegalArgumentException("A position has no anchor");
        };
    }

    /// Positions beyond the end are moved up to the last ones, in their order.
    private void fix() {
        NavigableMap<Integer, List<PinConstraint>> wanted = new TreeMap<>();
        for (var pin : pins.values()) {
            if (pin.place() instanceof Place.Position(int number)) {
                wanted.computeIfAbsent(number, _ -> new ArrayList<>()).add(pin);
            }
        }
        var behind = wanted.size();
        for (var position : wanted.entrySet()) {
            behind--;
            var slot = Math.min(position.getKey(), size - behind) - 1;
            fixed.put(slot, position.getValue().getFirst().item());
            if (position.getValue().size() > 1) {
                contradictions.add(new Contradiction(position.getValue()));
            }
        }
    }

    /// A cycle in which every item must stand on the same side of the next one cannot be satisfied.
    /// In any other cycle one item leads the others.
    private void closeCycles() {
        Set<UUID> seen = new LinkedHashSet<>();
        for (var start : pins.values()) {
            List<PinConstraint> path = new ArrayList<>();
            @Nullable PinConstraint pin = start;
            while (pin != null && isAttached(pin) && seen.add(pin.item())) {
                path.add(pin);
                pin = pins.get(anchor(pin.place()));
            }
            var from = pin == null ? -1 : path.indexOf(pin);
            if (from >= 0) {
                closeCycle(path.subList(from, path.size()));
            }
        }
    }

    private static boolean isAttached(PinConstraint pin) {
        return !(pin.place() instanceof Place.Position);
    }

    private void closeCycle(List<PinConstraint> circle) {
        var sides = circle.stream().map(pin -> pin.place().getClass()).distinct().count();
        if (sides == 1) {
            contradictions.add(new Contradiction(List.copyOf(circle)));
        } else {
            leaders.add(
                    circle.stream().map(PinConstraint::item).sorted().findFirst().orElseThrow());
        }
    }

    /// Checks that there are enough places above each fixed position for the items that must stand
    /// there, and below it.
    private void checkCapacity() {
        for (var slot : fixed.keySet()) {
            checkCapacity(fixed.headMap(slot, true), neededAbove(slot), slot);
        }
        for (var slot : fixed.descendingKeySet()) {
            checkCapacity(fixed.tailMap(slot, true), neededBelow(slot), size - 1 - slot);
        }
    }

    private void checkCapacity(
            NavigableMap<Integer, UUID> positions, Set<UUID> needed, int places) {
        if (!needed.isEmpty() && needed.size() > places - (positions.size() - 1)) {
            contradictions.add(
                    new Contradiction(
                            Stream.concat(positions.values().stream(), needed.stream())
                                    .flatMap(item -> Stream.ofNullable(pins.get(item)))
                                    .toList()));
        }
    }

    List<Contradiction> contradictions() {
        return contradictions;
    }

    /// Items at fixed positions, counted from 0.
    NavigableMap<Integer, UUID> fixed() {
        return fixed;
    }

    /// Whether the place of the item depends on another item.
    boolean follows(UUID item) {
        var pin = pins.get(item);
        return pin != null && isAttached(pin) && !leaders.contains(item);
    }

    boolean isFixed(UUID item) {
        var pin = pins.get(item);
        return pin != null && !isAttached(pin);
    }

    /// Whether other items are pinned to this one.
    boolean isAnchor(UUID item) {
        return attached.containsKey(item);
    }

    /// Items pinned directly to this item whose place depends on it.
    List<PinConstraint> followersOf(UUID item) {
        return attached.getOrDefault(item, List.of()).stream()
                .filter(pin -> !leaders.contains(pin.item()))
                .toList();
    }

    /// For each item the items that must stand below it.
    Map<UUID, List<UUID>> successors() {
        Map<UUID, List<UUID>> successors = new HashMap<>();
        for (var pin : pins.values()) {
            switch (pin.place()) {
                case Place.Above(UUID item) -> add(successors, pin.item(), item);
                case Place.Below(UUID item) -> add(successors, item, pin.item());
                case Place.Position _ -> {}
            }
        }
        return successors;
    }

    private static void add(Map<UUID, List<UUID>> successors, UUID above, UUID below) {
        successors.computeIfAbsent(above, _ -> new ArrayList<>()).add(below);
    }

    /// Items that must stand above one of the items fixed at or above this slot.
    Set<UUID> neededAbove(int slot) {
        return chained(fixed.headMap(slot, true).values(), Place.Above.class);
    }

    /// Items that must stand below one of the items fixed at or below this slot.
    Set<UUID> neededBelow(int slot) {
        return chained(fixed.tailMap(slot, true).values(), Place.Below.class);
    }

    private Set<UUID> chained(Collection<UUID> anchors, Class<? extends Place> side) {
        Set<UUID> chained = new LinkedHashSet<>();
        var open = new ArrayDeque<>(anchors);
        while (!open.isEmpty()) {
            attached.getOrDefault(open.poll(), List.of()).stream()
                    .filter(pin -> side.isInstance(pin.place()) && chained.add(pin.item()))
                    .forEach(pin -> open.add(pin.item()));
        }
        return chained;
    }
}
