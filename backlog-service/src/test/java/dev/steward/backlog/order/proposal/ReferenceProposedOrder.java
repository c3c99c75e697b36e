package dev.steward.backlog.order.proposal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.order.proposal.PinConstraint.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A simple and slow implementation of [ProposedOrder] by searching lists: says what is right.
final class ReferenceProposedOrder {

    /// Two passes are enough in all of millions of random orders; after more the result is still an
    /// order.
    private static final int MAX_PASSES = 8;

    private final List<Candidate> current;
    private final PinConstraints pins;
    private final Map<UUID, Integer> positions;
    private final @Nullable UUID[] slots;
    private final NavigableSet<Integer> held = new TreeSet<>();

    private ReferenceProposedOrder(List<Candidate> current, PinConstraints pins) {
        this.current = current;
        this.pins = pins;
        this.slots = new UUID[current.size()];
        this.positions =
                IntStream.range(0, current.size())
                        .boxed()
                        .collect(toMap(i -> current.get(i).item(), Function.identity()));
    }

    /// @param current the open items in their present order
    /// @param pins without contradictions
    static List<UUID> of(List<Candidate> current, PinConstraints pins) {
        var order = new ReferenceProposedOrder(current, pins);
        var arranged = order.arrange();
        for (int pass = 1; pass < MAX_PASSES; pass++) {
            var before = arranged;
            order = new ReferenceProposedOrder(order.candidates(before), pins);
            arranged = order.arrange();
            if (arranged.equals(before)) {
                return arranged;
            }
        }
        return arranged;
    }

    private List<Candidate> candidates(List<UUID> order) {
        return order.stream().map(this::candidate).toList();
    }

    private List<UUID> arrange() {
        pins.fixed().forEach((slot, item) -> slots[slot] = item);
        assign();
        new ReferenceSlotFiller(slots, pins, wanted()).fill();
        return Arrays.asList(slots);
    }

    private void assign() {
        for (int i = 0; i < slots.length; i++) {
            var candidate = current.get(i);
            if (isFree(candidate)
                    && !candidate.isAssessed()
                    && !pins.isAnchor(candidate.item())
                    && slots[i] == null) {
                slots[i] = candidate.item();
                held.add(i);
            }
        }
        for (var slot : pins.fixed().keySet()) {
            while (freeAbove(slot) < pins.neededAbove(slot).size()) {
                release(held.lower(slot));
            }
        }
        for (var slot : pins.fixed().descendingKeySet()) {
            while (free(slot, slots.length) < pins.neededBelow(slot).size()) {
                release(held.higher(slot));
            }
        }
    }

    private void release(Integer slot) {
        slots[slot] = null;
        held.remove(slot);
    }

    private boolean isFree(Candidate candidate) {
        return !pins.isFixed(candidate.item()) && !pins.follows(candidate.item());
    }

    private int freeAbove(int slot) {
        return free(0, slot);
    }

    private int free(int from, int to) {
        return (int) Arrays.stream(slots, from, to).filter(item -> item == null).count();
    }

    /// The items for the free places, best first unless pins say otherwise.
    private List<UUID> wanted() {
        var free = byScore().iterator();
        List<UUID> wanted = new ArrayList<>();
        pins.fixed()
                .forEach((slot, item) -> {
                    if (!pins.isAnchor(item)) {
                        return;
                    }
                    var group = withFollowers(item);
                    var above = group.indexOf(item);
                    while (wanted.size() < freeAbove(slot) - above && free.hasNext()) {
                        wanted.addAll(withFollowers(free.next()));
                    }
                    group.remove(above);
                    wanted.addAll(group);
                });
        free.forEachRemaining(item -> wanted.addAll(withFollowers(item)));
        return wanted;
    }

    /// Assessed items by score. An item without a score that cannot keep its place is inserted
    /// after as many assessed items as stand above it now.
    private List<UUID> byScore() {
        var assessed = current.stream().filter(this::isFree).filter(Candidate::isAssessed).toList();
        var sorted = assessed.stream().sorted(BEST_FIRST).iterator();
        var kept = new HashSet<>(Arrays.asList(slots));
        List<UUID> byScore = new ArrayList<>();
        for (var candidate : current) {
            if (isFree(candidate) && candidate.isAssessed()) {
                byScore.add(sorted.next().item());
            } else if (isFree(candidate) && !kept.contains(candidate.item())) {
                byScore.add(candidate.item());
            }
        }
        return byScore;
    }

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing(Candidate::score, Comparator.nullsLast(Comparator.reverseOrder()));

    /// The item together with the items that are pinned to it.
    private List<UUID> withFollowers(UUID item) {
        if (!pins.isAnchor(item)) {
            return new ArrayList<>(List.of(item));
        }
        List<UUID> above = new ArrayList<>();
        List<UUID> below = new ArrayList<>();
        pins.followersOf(item).stream()
                .sorted(
                        Comparator.<PinConstraint, Candidate>comparing(
                                        pin -> candidate(pin.item()), BEST_FIRST)
                                .thenComparing(pin -> position(pin.item())))
                .forEach(pin -> {
                    var side = pin.place() instanceof Place.Above ? above : below;
                    side.addAll(withFollowers(pin.item()));
                });
        above.add(item);
        above.addAll(below);
        return above;
    }

    private Candidate candidate(UUID item) {
        return current.get(position(item));
    }

    private int position(UUID item) {
        return requireNonNull(positions.get(item), "the item of a pin is not open");
    }
}
