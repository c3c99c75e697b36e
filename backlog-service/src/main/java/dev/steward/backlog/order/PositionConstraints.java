package dev.steward.backlog.order;

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

/// What pins demand, of items that are named by their positions. Pins speak of few items: all
/// others are no more than numbers.
final class PositionConstraints {

    private final PinConstraints pins;
    private final Map<UUID, Integer> positions;
    private final Map<Integer, UUID> items = new HashMap<>();
    private final BitSet named = new BitSet();
    private final BitSet notFree = new BitSet();
    private final BitSet anchors = new BitSet();

    /// @param positions of all items that the pins name
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

    /// The same pins when the items have changed places.
    ///
    /// @param order by new position the one so far
    PositionConstraints after(int[] order) {
        Map<UUID, Integer> moved = new HashMap<>();
        for (int to = 0; to < order.length; to++) {
            if (named.get(order[to])) {
                moved.put(item(order[to]), to);
            }
        }
        return new PositionConstraints(pins, moved);
    }

    /// Places that pins give to items: the item's position by place.
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

    /// Whether no pin fixes the item or lets it follow another one.
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

    /// Those that a pin puts above the item, the best of them first.
    List<Integer> followersAbove(int position, Comparator<Integer> bestFirst) {
        return followers(position, PinConstraint.Place.Above.class, bestFirst);
    }

    List<Integer> followersBelow(int position, Comparator<Integer> bestFirst) {
        return followers(position, PinConstraint.Place.Below.class, bestFirst);
    }

    private List<Integer> followers(
            int position, Class<? extends PinConstraint.Place> side, Comparator<Integer> bestFirst) {
        return pins.followersOf(item(position)).stream()
                .filter(pin -> side.isInstance(pin.place()))
                .map(pin -> position(pin.item()))
                .sorted(bestFirst)
                .toList();
    }

    /// By item those that must come after it.
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
        return requireNonNull(positions.get(item), "a pin of an item that is not open");
    }

    private UUID item(int position) {
        return requireNonNull(items.get(position), "an item that no pin names");
    }
}
