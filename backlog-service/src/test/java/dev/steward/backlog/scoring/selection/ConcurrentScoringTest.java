package dev.steward.backlog.scoring.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.backlog.scoring.model.ModelDefinition;
import dev.steward.backlog.scoring.model.ScoringModel;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.web.conditional.IfMatch;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Inputs change while the model is replaced: no score of the old model is left.
@QuarkusTest
class ConcurrentScoringTest {

    private static final List<ScoringModel.Kind> CHOICES =
            List.of(ScoringModel.Kind.WSJF, ScoringModel.Kind.RICE, ScoringModel.Kind.WSJF);

    @Inject Backlogs backlogs;

    @Inject ScoringModelSelection choice;

    @Inject Database database;

    @Inject DataSource dataSource;

    @Test
    void everyScoreIsOfTheModelThatIsActiveInTheEnd() throws Exception {
        var backlog = backlogs.withItems(20);
        var edits =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(
                                number -> task(() -> backlogs.describe(backlog, number, 13, 8, 5)));
        var choices = CHOICES.stream().map(kind -> task(() -> choose(backlog, kind)));

        run(Stream.concat(edits, choices).toList());
        choose(backlog, ScoringModel.Kind.WSJF);

        var scores =
                database.query(
                        "select distinct concat(score, ' by ', model_version) from item_score where product_id = :p",
                        query -> query.bind("p", backlog.product()).mapTo(String.class).list());
        assertThat(scores).containsExactly("4.200000 by 4");
        assertThat(versions(backlog, "scores")).isEqualTo(upTo(versions(backlog, "scores").size()));
        assertThat(versions(backlog, "scoring-model")).isEqualTo(upTo(4));
    }

    private void choose(Backlog backlog, ScoringModel.Kind kind) {
        var grant =
                new Grant(
                        backlog.product(),
                        backlog.key(),
                        Set.of(Role.OWNER),
                        EventContext.system("test"));
        choice.choose(grant, new ModelDefinition(kind, null, null, null), IfMatch.ANYTHING);
    }

    private static Callable<Boolean> task(Runnable step) {
        return () -> {
            step.run();
            return true;
        };
    }

    private static void run(List<Callable<Boolean>> tasks) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private List<Long> versions(Backlog backlog, String aggregate) {
        return new RecordedEvents(dataSource)
                .of(backlog.product()).stream()
                        .filter(event -> event.aggregateType().equals(aggregate))
                        .map(RecordedEvents.Recorded::version)
                        .toList();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
