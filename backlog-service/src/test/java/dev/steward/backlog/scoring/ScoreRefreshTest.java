package dev.steward.backlog.scoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.RefusedStatements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScoreRefreshTest {

    @Inject Backlogs backlogs;

    @Inject ScoreRefresh refresh;

    @Inject Scoring scoring;

    @Inject Database database;

    @Inject DataSource dataSource;

    @Inject Clock clock;

    private final RefusedStatements slow = new RefusedStatements();

    @AfterEach
    void end() {
        slow.end("item_score");
    }

    @Test
    void rescoresScoresOfAnEarlierDay() {
        var backlog = backlogs.withItems(2);
        run(
                "update item_score set day = day - 1, score = 0.9, sort_score = 0.9 where item_id = :id",
                backlog,
                1);

        refresh.refresh();

        assertThat(day(backlog)).isEqualTo(today());
        assertThat(score(backlog)).isEqualByComparingTo("0");
        assertThat(new RecordedEvents(dataSource).of(backlog.product()))
                .singleElement()
                .satisfies(event ->
                        assertThat(requireNonNull(event.state()).get("count").asInt())
                                .isEqualTo(1));
    }

    @Test
    void rescoresScoresOfAnEarlierModel() {
        var backlog = backlogs.withItems(1);
        run(
                "update item_score set model_version = -1, score = 0.9 where item_id = :id",
                backlog,
                1);

        refresh.refresh();

        assertThat(score(backlog)).isEqualByComparingTo("0");
    }

    @Test
    void leavesWhatIsUpToDate() {
        var backlog = backlogs.withItems(1);

        assertThat(scoring.rescoreOutdated(backlog.product(), 10)).isZero();
        assertThat(new RecordedEvents(dataSource).of(backlog.product())).isEmpty();
    }

    /// Demand of 10 half a year ago is 5 today: n = 1 - 2^(-0.5).
    @Test
    void letsDemandFade() {
        var backlog = backlogs.withItems(1);
        database.update(
                """
                insert into demand (id, epoch, version, deleted, product_id, companies, individuals,
                    individuals_cap, half_life, as_of, company_count, person_count)
                values (:id, 1, 1, false, :product, 10, 0, 24, 180, :day, 3, 3)
                """,
                update ->
                        update.bind("id", backlog.item(1))
                                .bind("product", backlog.product())
                                .bind("day", today().minusDays(180)));
        run("update item_score set day = day - 1 where item_id = :id", backlog, 1);

        refresh.refresh();

        assertThat(score(backlog)).isEqualByComparingTo("0.292893");
    }

    @Test
    void leavesNoOtherProductBehindWhereOneFails() {
        var slowOne = backlogs.withItems(3);
        var other = backlogs.withItems(1);
        for (var backlog : List.of(slowOne, other)) {
            run("update item_score set day = day - 1 where item_id = :id", backlog, 1);
        }
        slow.on(
                "item_score",
                "new.product_id = '%s'".formatted(slowOne.product()),
                RefusedStatements.TIME_OUT);

        refresh.refresh();
        assertThat(day(other)).isEqualTo(today());
        assertThat(day(slowOne)).isEqualTo(today().minusDays(1));
        slow.end("item_score");
        refresh.refresh();

        assertThat(day(slowOne)).isEqualTo(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void run(String sql, Backlog backlog, int number) {
        database.update(sql, update -> update.bind("id", backlog.item(number)));
    }

    private LocalDate day(Backlog backlog) {
        return database.query(
                "select day from item_score where item_id = :id",
                query -> query.bind("id", backlog.item(1)).mapTo(LocalDate.class).one());
    }

    private BigDecimal score(Backlog backlog) {
        return database.query(
                "select score from item_score where item_id = :id",
                query -> query.bind("id", backlog.item(1)).mapTo(BigDecimal.class).one());
    }
}
