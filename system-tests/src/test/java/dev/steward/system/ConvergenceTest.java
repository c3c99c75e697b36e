package dev.steward.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.item.BacklogHalf;
import dev.steward.backlog.work.KnownWork;
import dev.steward.platform.messaging.store.DomainEvent;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.split.SplitEvent;
import dev.steward.sprint.sprint.closing.SprintHalf;
import dev.steward.sprint.work.WorkEvent;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Item and work: two services that never ask each other, each with its half and a projection of
/// the other's, between them two logs that are read in order, late, and again. Whatever people do
/// on either side, and however far each is behind: once everything has arrived, both say the same.
class ConvergenceTest {

    private static final UUID ITEM = UUID.randomUUID();
    private static final UUID PRODUCT = UUID.randomUUID();

    enum Action {
        READY,
        REFINE,
        DROP,
        RESTORE,
        RELEASE,
        ROLL_BACK,
        ESTIMATE_3,
        ESTIMATE_8,
        SELECT,
        REMOVE,
        START,
        DONE,
        CLOSE_BACK,
        CLOSE_NEXT,
        CLOSE_SPLIT,
        SPRINT_READS,
        BACKLOG_READS,
        SPRINT_READS_AGAIN,
        BACKLOG_READS_AGAIN
    }

    /// The two halves and how far each has read the other's log.
    private static final class Pair {

        private final BacklogHalf backlog = new BacklogHalf(ITEM, PRODUCT);
        private final SprintHalf sprint = new SprintHalf(ITEM, PRODUCT);
        private int readBySprint;
        private int readByBacklog;

        void perform(Action action, Random random) {
            switch (action) {
                case READY -> backlog.ready();
                case REFINE -> backlog.refine();
                case DROP -> backlog.drop();
                case RESTORE -> backlog.restore();
                case RELEASE -> backlog.release();
                case ROLL_BACK -> backlog.rollBack();
                case ESTIMATE_3 -> backlog.estimate(3);
                case ESTIMATE_8 -> backlog.estimate(8);
                case SELECT -> sprint.select();
                case REMOVE -> sprint.remove();
                case START -> sprint.start();
                case DONE -> sprint.finish();
                case CLOSE_BACK -> sprint.closeAndGiveBack();
                case CLOSE_NEXT -> sprint.closeAndCarry();
                case CLOSE_SPLIT -> sprint.closeAndSplit();
                case SPRINT_READS -> sprintReads();
                case BACKLOG_READS -> backlogReads();
                case SPRINT_READS_AGAIN -> again(readBySprint, random, this::applyToSprint);
                case BACKLOG_READS_AGAIN -> again(readByBacklog, random, this::applyToBacklog);
            }
        }

        private static void again(int read, Random random, IntConsumer apply) {
            if (read > 0) {
                apply.accept(random.nextInt(read));
            }
        }

        private boolean sprintReads() {
            var more = readBySprint < backlog.log().size();
            if (more) {
                applyToSprint(readBySprint++);
            }
            return more;
        }

        private boolean backlogReads() {
            var more = readByBacklog < sprint.log().size();
            if (more) {
                applyToBacklog(readByBacklog++);
            }
            return more;
        }

        private void applyToSprint(int index) {
            var event = backlog.log().get(index);
            sprint.apply(event.version(), event.status(), event.estimate());
        }

        private void applyToBacklog(int index) {
            var event = sprint.log().get(index);
            if (event instanceof SplitEvent.Requested(var split)) {
                backlog.applySplit(split.itemId(), split.title(), split.estimate());
            }
            if (event instanceof WorkEvent work) {
                backlog.apply(work.version(), known(work.state()));
            }
        }

        private static KnownWork known(WorkEvent.State state) {
            return new KnownWork(
                    dev.steward.backlog.work.WorkStatus.valueOf(state.status().name()),
                    state.sprintId(),
                    state.teamId(),
                    state.assignee());
        }

        /// Nobody does anything any more; the logs are read to their ends.
        Pair settle(Random random) {
            var moving = true;
            while (moving) {
                moving =
                        random.nextBoolean()
                                ? sprintReads() || backlogReads()
                                : backlogReads() || sprintReads();
            }
            return this;
        }

        /// Everything that can be seen, without ids that each run makes anew.
        String seen() {
            return Stream.of(
                            backlog.now(),
                            backlog.shown(),
                            backlog.pieces(),
                            backlog.workVersion(),
                            sprint.status(),
                            sprint.version(),
                            sprint.sprint().isPresent(),
                            sprint.pointsInSprint(),
                            sprint.log().stream().map(DomainEvent::happened).toList(),
                            sprint.ledger().stream()
                                    .map(LedgerEntry::details)
                                    .map(entry -> entry.kind() + " " + entry.effect())
                                    .toList())
                    .map(String::valueOf)
                    .reduce("", (all, one) -> all + "\n" + one);
        }
    }

    private static Pair after(List<Action> actions, long seed) {
        var pair = new Pair();
        var random = new Random(seed);
        actions.forEach(action -> pair.perform(action, random));
        return pair;
    }

    @Property(tries = 5_000)
    void bothHalvesEndUpSayingTheSame(@ForAll("actions") List<Action> actions, @ForAll long seed) {
        var pair = after(actions, seed).settle(new Random(seed));
        var item = Objects.requireNonNull(pair.sprint.item());
        assertThat(item.version()).isEqualTo(pair.backlog.now().version());
        assertThat(item.status()).isEqualTo(pair.backlog.now().status());
        assertThat(item.estimate()).isEqualTo(pair.backlog.now().estimate());
        assertThat(pair.backlog.workVersion()).isEqualTo(pair.sprint.version());
        assertThat(pair.backlog.knownWork().status().name()).isEqualTo(pair.sprint.status().name());
        assertThat(pair.backlog.sprint()).isEqualTo(pair.sprint.sprint());
        assertThat(pair.backlog.shown())
                .isEqualTo(
                        pair.backlog.isReleased() ? "RELEASED" : shown(item, pair.sprint.status()));
    }

    private static String shown(Item item, WorkStatus work) {
        return item.isDiscarded()
                ? "DROPPED"
                : work == WorkStatus.NONE ? item.status() : work.name();
    }

    /// What the one half knew when it was released counts, not what the other half says later.
    @Property(tries = 5_000)
    void whatIsOutIsNeverDropped(@ForAll("actions") List<Action> actions, @ForAll long seed) {
        var pair = after(actions, seed).settle(new Random(seed));
        if (pair.backlog.isReleased()) {
            assertThat(pair.backlog.shown()).isEqualTo("RELEASED");
            assertThat(Objects.requireNonNull(pair.sprint.item()).isDiscarded()).isFalse();
        }
    }

    @Property(tries = 5_000)
    void whatWasDecidedAgainstIsInNoSprint(
            @ForAll("actions") List<Action> actions, @ForAll long seed) {
        var pair = after(actions, seed).settle(new Random(seed));
        if (pair.backlog.shown().equals("DROPPED")) {
            assertThat(pair.sprint.sprint()).isEmpty();
            assertThat(pair.sprint.pointsInSprint()).isEmpty();
            assertThat(pair.sprint.status()).isIn(WorkStatus.NONE, WorkStatus.DONE);
        }
    }

    @Property(tries = 5_000)
    void theSprintHasTheItemsEstimate(@ForAll("actions") List<Action> actions, @ForAll long seed) {
        var pair = after(actions, seed).settle(new Random(seed));
        assertThat(pair.sprint.pointsInSprint().isPresent())
                .isEqualTo(pair.sprint.sprint().isPresent());
        pair.sprint
                .pointsInSprint()
                .ifPresent(points ->
                        assertThat(Optional.of(points))
                                .isEqualTo(
                                        Optional.ofNullable(pair.backlog.now().estimate())
                                                .or(() -> Optional.of(BigDecimal.ZERO))));
    }

    /// However often and late the backlog reads of it.
    @Property(tries = 5_000)
    void eachSplitMakesExactlyOneRest(@ForAll("actions") List<Action> actions, @ForAll long seed) {
        var pair = after(actions, seed).settle(new Random(seed));
        var splits = pair.sprint.log().stream().filter(SplitEvent.class::isInstance).count();
        assertThat(pair.backlog.pieces()).hasSize(1 + (int) splits);
        assertThat(pair.backlog.pieces().stream().flatMap(piece -> piece.criteria().stream()))
                .containsExactlyInAnyOrder("It is paid", "It is sent");
        assertThat(pair.backlog.pieces())
                .extracting(BacklogHalf.Piece::estimate)
                .allMatch(estimate -> estimate == null || estimate.signum() > 0);
    }

    /// What was done and what is left are together what there was.
    @Property(tries = 5_000)
    void aSplitNeitherLosesNorInventsPoints(
            @ForAll("actions") List<Action> actions, @ForAll long seed) {
        var unestimated =
                actions.stream()
                        .filter(action ->
                                action != Action.ESTIMATE_3 && action != Action.ESTIMATE_8)
                        .toList();
        assertHasFivePoints(after(unestimated, seed).settle(new Random(seed)));
    }

    /// The sprint splits what it knows: three times two of five, before it reads of the first.
    @Example
    void splitsThatTogetherTakeMoreThanThereIsTakeWhatThereIs() {
        var actions =
                List.of(
                        Action.READY,
                        Action.SPRINT_READS,
                        Action.SPRINT_READS,
                        Action.SELECT,
                        Action.CLOSE_SPLIT,
                        Action.START,
                        Action.SELECT,
                        Action.CLOSE_SPLIT,
                        Action.START,
                        Action.SELECT,
                        Action.CLOSE_SPLIT);
        assertHasFivePoints(after(actions, 0).settle(new Random(0)));
    }

    private static void assertHasFivePoints(Pair pair) {
        assertThat(
                        pair.backlog.pieces().stream()
                                .map(BacklogHalf.Piece::estimate)
                                .flatMap(Stream::ofNullable)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("5");
    }

    /// Which of the two logs is read first does not matter.
    @Property(tries = 5_000)
    void everyOrderOfArrivalEndsInTheSameState(
            @ForAll("actions") List<Action> actions, @ForAll long one, @ForAll long another) {
        assertThat(after(actions, one).settle(new Random(one)).seen())
                .isEqualTo(after(actions, one).settle(new Random(another)).seen());
    }

    /// Duplicates and late records are as if they had never come.
    @Property(tries = 5_000)
    void whatComesAgainChangesNothing(@ForAll("actions") List<Action> actions, @ForAll long seed) {
        var once =
                actions.stream()
                        .filter(action ->
                                action != Action.SPRINT_READS_AGAIN
                                        && action != Action.BACKLOG_READS_AGAIN)
                        .toList();
        var pair = after(actions, seed).settle(new Random(seed));
        assertThat(pair.seen()).isEqualTo(after(once, seed).settle(new Random(seed)).seen());
        var before = pair.seen();
        for (var index = 0; index < pair.backlog.log().size(); index++) {
            pair.applyToSprint(index);
        }
        for (var index = 0; index < pair.sprint.log().size(); index++) {
            pair.applyToBacklog(index);
        }
        assertThat(pair.seen()).isEqualTo(before);
    }

    /// Actions that lead somewhere are more likely than those that are mostly refused.
    @Provide
    Arbitrary<List<Action>> actions() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, Arbitraries.of(Action.class)),
                        net.jqwik.api.Tuple.of(
                                2,
                                Arbitraries.of(
                                        Action.READY,
                                        Action.SELECT,
                                        Action.START,
                                        Action.DONE,
                                        Action.CLOSE_SPLIT,
                                        Action.RELEASE,
                                        Action.SPRINT_READS,
                                        Action.BACKLOG_READS)))
                .list()
                .ofMaxSize(40);
    }
}
