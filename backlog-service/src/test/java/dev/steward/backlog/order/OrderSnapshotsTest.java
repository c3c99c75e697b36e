package dev.steward.backlog.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlogs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderSnapshotsTest {

    @Inject Backlogs backlogs;

    @Inject OrderSnapshots snapshots;

    @Test
    void saysAllRanksInParts() {
        var backlog = backlogs.withItems(2_001);

        var parts =
                QuarkusTransaction.requiringNew()
                        .call(() -> snapshots.of(backlog.product()).toList());

        assertThat(parts)
                .extracting(part -> (OrderSnapshots.State) part.state())
                .satisfiesExactly(
                        first -> assertThat(first.ranks()).hasSize(1_000),
                        second -> assertThat(second.parts()).isEqualTo(3),
                        last ->
                                assertThat(last.ranks())
                                        .singleElement()
                                        .satisfies(rank ->
                                                assertThat(rank.rank())
                                                        .isEqualTo(Rank.ofNumber(2_001).key())));
    }
}
