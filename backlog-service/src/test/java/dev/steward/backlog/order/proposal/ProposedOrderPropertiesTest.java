package dev.steward.backlog.order.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.order.proposal.PinConstraint.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Properties of a proposed order for any scores and pins.
class ProposedOrderPropertiesTest {

    @Property(tries = 2000)
    void sortsTheAssessedByScoreAroundWhatStaysAndWhatIsPinned(
            @ForAll @IntRange(min = 1, max = 30) int size, @ForAll Random random) {
        var current = candidates(size, random);
        var pins = positions(current, random);

        var proposed = proposed(current, new PinConstraints(pins, size));

        assertThat(proposed).containsExactlyInAnyOrderElementsOf(items(current));
        var pinned = byItem(pins);
        for (int i = 0; i < size; i++) {
            var there = candidate(current, proposed.get(i));
            if (pinned.get(there.item()) instanceof Place.Position(int number)) {
                assertThat(i).isEqualTo(number - 1);
            }
            var before = current.get(i);
            if (!before.isAssessed()
                    && !pinned.containsKey(before.item())
                    && !pinned.containsKey(there.item())) {
                assertThat(there).isEqualTo(before);
            }
        }
        assertThat(proposed.stream().filter(item -> !pinned.containsKey(item)))
                .map(item -> candidate(current, item))
                .filteredOn(Candidate::isAssessed)
                .isEqualTo(
                        current.stream()
                                .filter(Candidate::isAssessed)
                                .filter(candidate -> !pinned.containsKey(candidate.item()))
                                .sorted(
                                        Comparator.comparing(Candidate::score)
                                                .reversed()
                                                .thenComparing(current::indexOf))
                                .toList());
    }

    @Property(tries = 5000)
    void keepsEveryPin(@ForAll @IntRange(min = 1, max = 12) int size, @ForAll Random random) {
        var current = candidates(size, random);
        var pins = pins(current, random);
        var constraints = new PinConstraints(pins, size);
        Assume.that(constraints.contradictions().isEmpty());

        assertThat(keeps(proposed(current, constraints), pins)).isTrue();
    }

    @Property(tries = 5000)
    void movesNothingASecondTime(
            @ForAll @IntRange(min = 1, max = 12) int size, @ForAll Random random) {
        var current = candidates(size, random);
        var constraints = new PinConstraints(pins(current, random), size);
        Assume.that(constraints.contradictions().isEmpty());

        var once = proposed(current, constraints);
        var applied = once.stream().map(item -> candidate(current, item)).toList();

        assertThat(proposed(applied, constraints)).isEqualTo(once);
    }

    @Property(tries = 2000)
    void findsAContradictionExactlyWhereNoOrderKeepsAllPins(
            @ForAll @IntRange(min = 1, max = 6) int size, @ForAll Random random) {
        var current = candidates(size, random);
        var pins = pins(current, random);

        var contradictions = new PinConstraints(pins, size).contradictions();

        assertThat(contradictions.isEmpty()).isEqualTo(existsAnOrder(items(current), pins));
    }

    @Property(tries = 1000)
    void namesPinsThatAloneContradictEachOther(
            @ForAll @IntRange(min = 1, max = 6) int size, @ForAll Random random) {
        var current = candidates(size, random);
        var contradictions = new PinConstraints(pins(current, random), size).contradictions();

        assertThat(contradictions)
                .allSatisfy(contradiction ->
                        assertThat(existsAnOrder(items(current), contradiction.pins())).isFalse());
    }

    @Property(tries = 5000)
    void isWhatSearchingThroughListsFinds(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll Random random) {
        var current = candidates(size, random);
        var constraints = new PinConstraints(pins(current, random), size);
        Assume.that(constraints.contradictions().isEmpty());

        assertThat(proposed(current, constraints))
                .isEqualTo(ReferenceProposedOrder.of(current, constraints));
    }

    private static List<UUID> proposed(List<Candidate> current, PinConstraints constraints) {
        var scores =
                current.stream()
                        .mapToLong(candidate ->
                                candidate.score() == null
                                        ? CurrentOrder.NOT_ASSESSED
                                        : candidate.score().longValue())
                        .toArray();
        var positions =
                IntStream.range(0, current.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> current.get(i).item(), Function.identity()));
        return IntStream.of(
                        ProposedOrder.of(scores, new PositionConstraints(constraints, positions)))
                .mapToObj(i -> current.get(i).item())
                .toList();
    }

    private static List<Candidate> candidates(int size, Random random) {
        var items =
                IntStream.range(0, size).mapToObj(i -> new UUID(0, i)).collect(Collectors.toList());
        Collections.shuffle(items, random);
        return items.stream()
                .map(item ->
                        new Candidate(
                                item,
                                random.nextInt(3) == 0
                                        ? null
                                        : BigDecimal.valueOf(random.nextInt(5))))
                .toList();
    }

    private static List<PinConstraint> positions(List<Candidate> current, Random random) {
        Map<Integer, PinConstraint> pins = new TreeMap<>();
        for (var candidate : current) {
            if (random.nextInt(4) == 0) {
                var position = 1 + random.nextInt(current.size());
                pins.putIfAbsent(position, pin(candidate, new Place.Position(position)));
            }
        }
        return List.copyOf(pins.values());
    }

    private static List<PinConstraint> pins(List<Candidate> current, Random random) {
        var share = 1 + random.nextInt(4);
        return current.stream()
                .filter(_ -> random.nextInt(share) == 0)
                .flatMap(candidate ->
                        place(candidate, current, random)
                                .map(place -> pin(candidate, place))
                                .stream())
                .toList();
    }

    private static Optional<Place> place(
            Candidate candidate, List<Candidate> current, Random random) {
        var other = current.get(random.nextInt(current.size())).item();
        if (random.nextInt(3) == 0) {
            return Optional.of(new Place.Position(1 + random.nextInt(current.size() + 2)));
        }
        return other.equals(candidate.item())
                ? Optional.empty()
                : Optional.of(
                        random.nextBoolean() ? new Place.Above(other) : new Place.Below(other));
    }

    private static PinConstraint pin(Candidate candidate, Place place) {
        return new PinConstraint(candidate.item(), candidate.item(), place);
    }

    private static Map<UUID, Place> byItem(Collection<PinConstraint> pins) {
        return pins.stream().collect(Collectors.toMap(PinConstraint::item, PinConstraint::place));
    }

    private static Candidate candidate(List<Candidate> current, UUID item) {
        return current.stream()
                .filter(candidate -> candidate.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static List<UUID> items(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::item).toList();
    }

    /// Positions beyond the end are moved up to the last ones, in their order.
    private static boolean keeps(List<UUID> order, List<PinConstraint> pins) {
        var positions =
                pins.stream()
                        .filter(pin -> pin.place() instanceof Place.Position)
                        .map(pin -> ((Place.Position) pin.place()).number())
                        .sorted()
                        .distinct()
                        .toList();
        Function<Integer, Integer> slot =
                number ->
                        Math.min(
                                        number,
                                        order.size()
                                                - (positions.size()
                                                        - 1
                                                        - positions.indexOf(number)))
                                - 1;
        return pins.stream()
                .allMatch(pin ->
                        switch (pin.place()) {
                            case Place.Position(int number) ->
                                    order.indexOf(pin.item()) == slot.apply(number);
                            case Place.Above(UUID item) ->
                                    order.indexOf(pin.item()) < order.indexOf(item);
                            case Place.Below(UUID item) ->
                                    order.indexOf(pin.item()) > order.indexOf(item);
                        });
    }

    private static boolean existsAnOrder(List<UUID> items, List<PinConstraint> pins) {
        return exists(new ArrayList<>(), items, pins);
    }

    private static boolean exists(List<UUID> begun, List<UUID> items, List<PinConstraint> pins) {
        if (begun.size() == items.size()) {
            return keeps(begun, pins);
        }
        return items.stream()
                .filter(item -> !begun.contains(item))
                .anyMatch(item -> {
                    begun.add(item);
                    var found = exists(begun, items, pins);
                    begun.removeLast();
                    return found;
                });
    }
}
