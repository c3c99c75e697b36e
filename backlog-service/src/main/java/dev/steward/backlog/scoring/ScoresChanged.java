package dev.steward.backlog.scoring;

import dev.steward.backlog.scoring.model.ScoringModel;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Scores of a product have changed: one event per run. It names the items whose scores changed
/// most; consumers that need the others must ask.
public record ScoresChanged(UUID productId, long version, State state) implements DomainEvent {

    static final int MAX_MOVERS = 50;

    /// @param count number of changed scores, the movers included
    record State(LocalDate day, Model model, List<Mover> movers, int count) {}

    record Model(ScoringModel.Kind kind, long version) {}

    /// @param from null when there was no score
    record Mover(UUID id, @Nullable BigDecimal from, @Nullable BigDecimal to) {

        static Mover of(RescoredItem rescored) {
            var before = rescored.before();
            return new Mover(
                    rescored.item(),
                    before == null ? null : before.score(),
                    rescored.now().score());
        }

        /// An item without a score counts as -1.
        private BigDecimal distance() {
            return sorted(to).subtract(sorted(from)).abs();
        }

        private static BigDecimal sorted(@Nullable BigDecimal score) {
            return score == null ? BigDecimal.ONE.negate() : score;
        }
    }

    static ScoresChanged of(
            ActiveModel model, long version, LocalDate day, List<RescoredItem> moved) {
        var movers =
                moved.stream()
                        .map(Mover::of)
                        .sorted(
                                Comparator.comparing(Mover::distance)
                                        .reversed()
                                        .thenComparing(Mover::id))
                        .limit(MAX_MOVERS)
                        .toList();
        return of(model, version, day, new Movement(movers, moved.size()));
    }

    /// @param movers items whose scores changed most
    /// @param count number of changed scores, the movers included
    public record Movement(List<Mover> movers, int count) {}

    public static ScoresChanged of(
            ActiveModel model, long version, LocalDate day, Movement movement) {
        var used = new Model(model.definition().kind(), model.version());
        return new ScoresChanged(
                model.productId(),
                version,
                new State(day, used, movement.movers(), movement.count()));
    }

    @Override
    public Aggregate aggregate() {
        return new Aggregate("scores", productId, version);
    }

    @Override
    public String happened() {
        return "changed";
    }

    @Override
    public Changes changes() {
        return Changes.none();
    }
}
