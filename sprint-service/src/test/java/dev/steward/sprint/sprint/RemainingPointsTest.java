package dev.steward.sprint.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.ledger.LedgerEntry;
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

/// After any sequence of actions the effects in the ledger add up to the remaining points by their
/// definition: the current estimates of the items that are in the sprint and not done.
class RemainingPointsTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final EntryContext BY = new EntryContext("sam", NOW, NOW, null);

    enum Action {
        ADD,
        REMOVE,
        DROP,
        REESTIMATE,
        COMPLETE,
        REOPEN,
        SPLIT
    }

    record Step(Action action, int item, int points) {}

    /// The definition, computed without the ledger: estimates of the items in the sprint, and which
    /// of them are done.
    private record Known(BigDecimal estimate, boolean done) {}

    @Property
    void effectsAddUpToWhatRemains(@ForAll("steps") List<Step> steps) {
        var sprint =
                Sprint.create(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new SprintFields("Sprint", "Goal", null, null),
                        NOW);
        Map<Integer, SprintItem> sprintItems = new HashMap<>();
        Map<Integer, Known> known = new HashMap<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        for (var step : steps) {
            apply(step, sprint, sprintItems, known)
                    .forEach(entry -> ledger.add(sprint.newEntry(entry, BY)));
            assertThat(sumOfEffects(ledger)).isEqualByComparingTo(remainingByDefinition(known));
        }
        assertThat(ledger).extracting(LedgerEntry::at).isSorted().doesNotHaveDuplicates();
    }

    private static List<EntryDetails> apply(
            Step step,
            Sprint sprint,
            Map<Integer, SprintItem> sprintItems,
            Map<Integer, Known> known) {
        var points = BigDecimal.valueOf(step.points());
        var sprintItem = sprintItems.get(step.item());
        var before = known.get(step.item());
        if (sprintItem == null || before == null) {
            if (step.action() != Action.ADD) {
                return List.of();
            }
            var added = SprintItem.create(sprint.id(), item(points), NOW);
            sprintItems.put(step.item(), added);
            known.put(step.item(), new Known(points, false));
            return List.of(added.added(null));
        }
        return switch (step.action()) {
            case ADD -> List.of();
            case REMOVE, DROP -> {
                sprintItems.remove(step.item());
                known.remove(step.item());
                var work = Work.none(sprintItem.itemId(), UUID.randomUUID());
                yield List.of(
                        step.action() == Action.DROP
                                ? sprintItem.dropped(work, NOW)
                                : sprintItem.removed(null, work, NOW));
            }
            case REESTIMATE -> {
                known.put(step.item(), new Known(points, before.done()));
                yield sprintItem.reestimate(points).stream().toList();
            }
            case COMPLETE -> {
                known.put(step.item(), new Known(before.estimate(), true));
                yield before.done() ? List.of() : List.of(sprintItem.complete());
            }
            case REOPEN -> {
                known.put(step.item(), new Known(before.estimate(), false));
                yield before.done() ? List.of(sprintItem.reopen("why")) : List.of();
            }
            case SPLIT -> {
                var rest = points.min(before.estimate());
                if (before.done() || rest.signum() == 0) {
                    yield List.of();
                }
                known.put(step.item(), new Known(before.estimate().subtract(rest), true));
                yield sprintItem.split(new Remainder("The rest", rest), "", UUID.randomUUID());
            }
        };
    }

    private static BigDecimal sumOfEffects(List<LedgerEntry> ledger) {
        return ledger.stream()
                .map(entry -> entry.details().effect())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal remainingByDefinition(Map<Integer, Known> known) {
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
                        Arbitraries.of(Action.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 21))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
