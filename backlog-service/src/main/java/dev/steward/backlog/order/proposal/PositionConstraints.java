package dev.steward.backlog.order.proposal;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The constraints of pins with items named by position. Only the items that pins name are known by
/// id.
final class PositionConstraints {

    private final PinConstraints pins;
    private final Map<UUID, Integer> positions;
    private final Map<Integer, UUID> items = new HashMap<>();
    private final BitSet named = new BitSet();
    private final BitSet notFree = new BitSet();
    private final BitSet anchors = new BitSet();

    /// @param positions positions of all items that the pins name
    PositionConstraints(PinConstraints pins, Map<UUID, Integer> positions) {
        this.pins = pins;
        this.positions = positions;
        positions.forEach((item, position) -> {
            items.put(position, item);
            named.set(position);
            notFree.set(position, pins.isFixed(item) || pins.follows(item));
            anchors.set(position, pins.isAnchor(item));
        });
    }

    /// The same constraints after the items have changed places.
    ///
    /// @param order old position by new position
    PositionConstraints after(int[] order) {
        Map<UUID, Integer> moved = new HashMap<>();
        for (int to = 0; to < order.length; to++) {
            if (named.get(order[to])) {
                moved.put(item(order[to]), to);
            }
        }
        return new PositionConstraints(pins, moved);
    }

    /// Positions fixed by pins: place by the item's position.
    Map<Integer, Integer> fixed() {
        return pins.fixed().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                place -> position(place.getValue()),
                                (one, _) -> one,
                                TreeMap::new));
    }

    List<Integer> fixedPlaces() {
        return List.copyOf(pins.fixed().keySet());
    }

    Set<Integer> neededAbove(int place) {
        return positions(pins.neededAbove(place));
    }

    Set<Integer> neededBelow(int place) {
        return positions(pins.neededBelow(place));
    }

    /// Whether no pin fixes the item or makes its place depend on another item.
    boolean isFree(int position) {
        return !notFree.get(position);
    }

    /// Whether other items are pinned to this one.
    boolean isAnchor(int position) {
        return anchors.get(position);
    }

    boolean isNamed(int position) {
        return named.get(position);
    }

    /// Items that a pin places above the item, best first.
    List<Integer> followersAbove(int position, Comparator<Integer> bestFirst) {
        return followers(position, PinConstraint.Place.Above.class, bestFirst);
    }

    List<Integer> followersBelow(int position, Comparator<Integer> bestFirst) {
        return followers(position, PinConstraint.Place.Below.class, bestFirst);
    }

    private List<Integer> followers(
            int position,
            Class<? extends PinConstraint.Place> side,
            Comparator<Integer> bestFirst) {
        return pins.followersOf(item(position)).stream()
                .filter(pin -> side.isInstance(pin.place()))
                .map(pin -> position(pin.item()))
                .sorted(bestFirst)
                .toList();
    }

    /// For each item the items that must stand below it.
    Map<Integer, List<Integer>> successors() {
        return pins.successors().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                item -> position(item.getKey()),
                                item -> item.getValue().stream().map(this::position).toList()));
    }

    private Set<Integer> positions(Set<UUID> named) {
        return named.stream().map(this::position).collect(Collectors.toCollection(HashSet::new));
    }

    int position(UUID item) {
        return requireNonNull(positions.get(item), "the item of a pin is not open");
    }

    private UUID item(int position) {
        return requireNonNull(items.get(position), "no pin names the item");
    }
}
