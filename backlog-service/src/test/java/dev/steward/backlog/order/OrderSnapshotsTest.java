package dev.steward.backlog.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlogs;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.platform.messaging.republish.SnapshotSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderSnapshotsTest {

    @Inject Backlogs backlogs;

    @Inject OrderSnapshots snapshots;

    @Test
    void holdsAllRanksInParts() {
        var backlog = backlogs.withItems(2_001);

        assertThat(parts(backlog.product()))
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

    private List<SnapshotSource.Snapshot> parts(UUID product) {
        List<SnapshotSource.Snapshot> parts = new ArrayList<>();
        String position = null;
        do {
            var page = page(product, position);
            parts.addAll(page.snapshots());
            position = page.next();
        } while (position != null);
        return parts;
    }

    private SnapshotSource.Page page(UUID product, @Nullable String position) {
        return QuarkusTransaction.requiringNew().call(() -> snapshots.page(product, position));
    }
}
