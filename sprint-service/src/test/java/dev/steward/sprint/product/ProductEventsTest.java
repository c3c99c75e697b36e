package dev.steward.sprint.product;

import static dev.steward.platform.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import dev.steward.sprint.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Events of backlog-service decide who sees which product.
@QuarkusTest
class ProductEventsTest {

    @Test
    void aMemberSeesTheProductOnceBothHaveArrived() {
        var product = ProductFixture.unannounced(List.of("dana"));
        assertThat(product.statusFor("dana")).isEqualTo(404);
        Kafka.publish(product.created(), product.granted("dana", "DEVELOPER"));
        product.awaitVisibleTo("dana");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        var product = ProductFixture.unannounced(List.of("dana"));
        Kafka.publish(product.granted("dana", "DEVELOPER"), product.created());
        product.awaitVisibleTo("dana");
    }

    @Test
    void whoIsRevokedSeesNothing() {
        var product = ProductFixture.with(Map.of("dana", "DEVELOPER", "olivia", "OWNER"));
        Kafka.publish(product.revoked("dana"));
        product.awaitHiddenFrom("dana");
        assertThat(product.statusFor("olivia")).isEqualTo(200);
    }

    @Test
    void aGrantThatArrivesAgainAfterItsRevocationChangesNothing() {
        var product = ProductFixture.with(Map.of("dana", "DEVELOPER", "olivia", "OWNER"));
        Kafka.publish(product.revoked("dana"), product.granted("dana", "DEVELOPER"));
        product.awaitHiddenFrom("dana");
        settle(product);
        assertThat(product.statusFor("dana")).isEqualTo(404);
    }

    @Test
    void aDeletedProductIsGoneForEverybody() {
        var product = ProductFixture.with(Map.of("olivia", "OWNER"));
        Kafka.publish(
                GoldenSample.read("backlog", "product.created")
                        .about(product.id(), product.id(), 2)
                        .ofType("steward.backlog.product.deleted.v1")
                        .withoutState());
        product.awaitHiddenFrom("olivia");
    }

    /// All are in one partition: when a later record has been consumed, so have those before it.
    private static void settle(ProductFixture product) {
        var late = ProductFixture.unannounced(List.of("late"));
        var witness = new ProductFixture(product.id(), product.key(), late.memberships());
        Kafka.publish(witness.granted("late", "STAKEHOLDER"));
        eventually().until(() -> witness.statusFor("late") == 200);
    }
}
