package dev.steward.sprint.item;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.GoldenSample;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ItemEventsTest {

    private final UUID product = UuidCreator.getTimeOrderedEpoch();
    private final UUID goal = UuidCreator.getTimeOrderedEpoch();
    private final UUID item = UuidCreator.getTimeOrderedEpoch();

    @Inject DataSource database;

    @Test
    void storesANewItem() throws Exception {
        publishAndAwait(created());
        assertThat(known(item))
                .hasValueSatisfying(known -> {
                    assertThat(known.productId()).isEqualTo(product);
                    assertThat(known.key()).isEqualTo("SHOP-1");
                    assertThat(known.title()).isEqualTo("Pay by invoice");
                    assertThat(known.type()).isEqualTo("STORY");
                    assertThat(known.status()).isEqualTo("NEW");
                    assertThat(known.estimate()).isEqualByComparingTo("5");
                    assertThat(known.failingRules()).containsExactly("criteria");
                    assertThat(known.openCriteria()).isOne();
                    assertThat(known.goalId()).isEqualTo(goal);
                });
    }

    @Test
    void appliesEveryEventOfAnItem() throws Exception {
        publishAndAwait(
                created(),
                at(2).ofType("steward.backlog.item.readied.v1").withState("status", "READY"),
                at(3).ofType("steward.backlog.item.something-new.v1")
                        .withState("title", "Pay later"));
        assertThat(known(item))
                .hasValueSatisfying(known -> {
                    assertThat(known.version()).isEqualTo(3);
                    assertThat(known.title()).isEqualTo("Pay later");
                });
    }

    @Test
    void anItemWithoutAnEstimateHasNone() throws Exception {
        publishAndAwait(created().withState("estimate", NullNode.getInstance()));
        assertThat(known(item)).hasValueSatisfying(known -> assertThat(known.estimate()).isNull());
    }

    @Test
    void seeingAnEventAgainChangesNothing() throws Exception {
        publishAndAwait(at(2).withState("title", "Newer"), at(2).withState("title", "Newer"));
        assertThat(known(item))
                .hasValueSatisfying(known -> assertThat(known.title()).isEqualTo("Newer"));
    }

    @Test
    void whatArrivesLateDoesNotWin() throws Exception {
        publishAndAwait(
                at(3).withState("title", "Newest"), at(2).withState("title", "Late"), created());
        assertThat(known(item))
                .hasValueSatisfying(known -> assertThat(known.title()).isEqualTo("Newest"));
    }

    @Test
    void aDeletedItemIsKeptAsDeletedOnly() throws Exception {
        publishAndAwait(created(), at(2).withoutState());
        assertThat(known(item))
                .hasValueSatisfying(known -> {
                    assertThat(known.deleted()).isTrue();
                    assertThat(known.title()).isNull();
                });
    }

    @Test
    void aLateRecordDoesNotBringADeletedItemBack() throws Exception {
        publishAndAwait(at(3).withoutState(), at(2));
        assertThat(known(item)).hasValueSatisfying(known -> assertThat(known.deleted()).isTrue());
    }

    @Test
    void aSnapshotFillsWhatWasMissed() throws Exception {
        publishAndAwait(at(7).ofType("steward.backlog.item.snapshot.v1"));
        assertThat(known(item))
                .hasValueSatisfying(known -> assertThat(known.version()).isEqualTo(7));
    }

    private GoldenSample created() {
        return at(1);
    }

    private GoldenSample at(long version) {
        return GoldenSample.read("backlog", "item.created")
                .about(product, item, version)
                .withState("goalId", goal);
    }

    private record Known(
            UUID productId,
            long version,
            @Nullable String key,
            @Nullable String title,
            @Nullable String type,
            @Nullable String status,
            @Nullable BigDecimal estimate,
            List<String> failingRules,
            int openCriteria,
            @Nullable UUID goalId,
            boolean deleted) {}

    private Optional<Known> known(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement("select * from item where id = ?")) {
            find.setObject(1, id);
            try (var row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Known(
                                        row.getObject("product_id", UUID.class),
                                        row.getLong("version"),
                                        row.getString("key"),
                                        row.getString("title"),
                                        row.getString("type"),
                                        row.getString("status"),
                                        row.getBigDecimal("estimate"),
                                        List.of(
                                                (String[])
                                                        row.getArray("failing_rules").getArray()),
                                        row.getInt("open_criteria"),
                                        row.getObject("goal_id", UUID.class),
                                        row.getBoolean("deleted")))
                        : Optional.empty();
            }
        }
    }
}
