package dev.steward.backlog.order.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.Backlogs;
import dev.steward.backlog.item.create.ItemPlacement.Place;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.Ranks;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.web.problem.Invalid;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewItemRankingTest {

    @Inject Backlogs backlogs;

    @Inject Ranks ranks;

    @Inject DataSource dataSource;

    @Test
    void putsANewItemLastUnlessSomebodyNamesAPlace() {
        var backlog = backlogs.withItems(2);

        assertThat(backlogs.rankOfNewItem(backlog, 3, Optional.empty()))
                .isEqualTo(Rank.ofNumber(3).key());
    }

    @Test
    void putsANewItemBetweenItsNeighboursWithoutRaisingTheOrder() {
        var backlog = backlogs.withItems(2);

        var rank =
                backlogs.rankOfNewItem(
                        backlog,
                        3,
                        Optional.of(new Place(null, backlog.key() + "-1", backlog.key() + "-2")));

        assertThat(rank).isBetween(Rank.ofNumber(1).key(), Rank.ofNumber(2).key());
        assertThat(new RecordedEvents(dataSource).of(backlog.product())).isEmpty();
    }

    @Test
    void putsANewItemOnTop() {
        var backlog = backlogs.withItems(2);

        var rank =
                backlogs.rankOfNewItem(
                        backlog, 3, Optional.of(new Place(Place.End.TOP, null, null)));

        assertThat(ranks.rankRange(backlog.product()).first().key()).isEqualTo(rank);
    }

    @Test
    void refusesAPlaceThatIsNone() {
        var backlog = backlogs.withItems(1);

        assertThatThrownBy(() ->
                        backlogs.rankOfNewItem(
                                backlog, 2, Optional.of(new Place(null, null, null))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        backlogs.rankOfNewItem(
                                backlog, 3, Optional.of(new Place(null, "NO-1", null))))
                .isInstanceOf(Invalid.class);
    }
}
