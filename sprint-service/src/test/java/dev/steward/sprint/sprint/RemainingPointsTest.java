package dev.steward.sprint.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.ledger.LedgerFact;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.work.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What the ledger sums up is what the definition says: the estimates, as of now, of the items that
/// are in the sprint and not done as of now. Whatever is done, in whatever order.
class RemainingPointsTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Witness BY = new Witness("sam", NOW, NOW, null);

    enum Deed {
        ADD,
        REMOVE,
        DROP,
        REESTIMATE,
        COMPLETE,
        REOPEN,
        SPLIT
    }

    record Step(Deed deed, int item, int points) {}

    /// The definition, kept beside the ledger: estimate of what is in, and what of it is done.
    private record Known(BigDecimal estimate, boolean done) {}

    @Property
    void effectsAddUpToWhatRemains(@ForAll("steps") List<Step> steps) {
        var sprint =
                Sprint.plan(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new SprintFields("Sprint", "Goal", null, null),
                        NOW);
        Map<Integer, SprintItem> stays = new HashMap<>();
        Map<Integer, Known> known = new HashMap<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        for (var step : steps) {
            take(step, sprint, stays, known).forEach(fact -> ledger.add(sprint.record(fact, BY)));
            assertThat(summedUp(ledger)).isEqualByComparingTo(defined(known));
        }
        assertThat(ledger).extracting(LedgerEntry::at).isSorted().doesNotHaveDuplicates();
    }

    private static List<LedgerFact> take(
            Step step, Sprint sprint, Map<Integer, SprintItem> stays, Map<Integer, Known> known) {
        var points = BigDecimal.valueOf(step.points());
        var stay = stays.get(step.item());
        var before = known.get(step.item());
        if (stay == null || before == null) {
            if (step.deed() != Deed.ADD) {
                return List.of();
            }
            var entering = SprintItem.entering(sprint.id(), item(points), NOW);
            stays.put(step.item(), entering);
            known.put(step.item(), new Known(points, false));
            return List.of(entering.added(null));
        }
        return switch (step.deed()) {
            case ADD -> List.of();
            case REMOVE, DROP -> {
                stays.remove(step.item());
                known.remove(step.item());
                var work = Work.none(stay.itemId(), UUID.randomUUID());
                yield List.of(
                        step.deed() == Deed.DROP
                                ? stay.dropped(work, NOW)
                                : stay.removed(null, work, NOW));
            }
            case REESTIMATE -> {
                known.put(step.item(), new Known(points, before.done()));
                yield stay.reestimate(points).stream().toList();
            }
            case COMPLETE -> {
                known.put(step.item(), new Known(before.estimate(), true));
                yield before.done() ? List.of() : List.of(stay.complete());
            }
            case REOPEN -> {
                known.put(step.item(), new Known(before.estimate(), false));
                yield before.done() ? List.of(stay.reopen("why")) : List.of();
            }
            case SPLIT -> {
                var rest = points.min(before.estimate());
                if (before.done() || rest.signum() == 0) {
                    yield List.of();
                }
                known.put(step.item(), new Known(before.estimate().subtract(rest), true));
                yield stay.split(new Rest("The rest", rest), "", UUID.randomUUID());
            }
        };
    }

    private static BigDecimal summedUp(List<LedgerEntry> ledger) {
        return ledger.stream()
                .map(entry -> entry.fact().effect())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal defined(Map<Integer, Known> known) {
        return known.values().stream()
                .filter(in -> !in.done())
                .map(Known::estimate)
                .map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Item item(BigDecimal estimate) {
        return new Item(
                UuidCreator.getTimeOrderedEpoch(),
                UUID.randomUUID(),
                "SHOP-1",
                "Pay by invoice",
                "READY",
                estimate,
                0,
                1,
                1);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 21))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
