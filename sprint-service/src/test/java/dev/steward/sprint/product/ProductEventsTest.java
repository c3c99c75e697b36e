package dev.steward.sprint.product;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.testing.GoldenSample;
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
        publishAndAwait(product.created(), product.granted("dana", "DEVELOPER"));
        assertThat(product.statusFor("dana")).isEqualTo(200);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        var product = ProductFixture.unannounced(List.of("dana"));
        publishAndAwait(product.granted("dana", "DEVELOPER"), product.created());
        assertThat(product.statusFor("dana")).isEqualTo(200);
    }

    @Test
    void whoIsRevokedSeesNothing() {
        var product = ProductFixture.with(Map.of("dana", "DEVELOPER", "olivia", "OWNER"));
        publishAndAwait(product.revoked("dana"));
        assertThat(product.statusFor("dana")).isEqualTo(404);
        assertThat(product.statusFor("olivia")).isEqualTo(200);
    }

    @Test
    void aGrantThatArrivesAgainAfterItsRevocationChangesNothing() {
        var product = ProductFixture.with(Map.of("dana", "DEVELOPER", "olivia", "OWNER"));
        publishAndAwait(product.revoked("dana"), product.granted("dana", "DEVELOPER"));
        assertThat(product.statusFor("dana")).isEqualTo(404);
    }

    @Test
    void aDeletedProductIsGoneForEverybody() {
        var product = ProductFixture.with(Map.of("olivia", "OWNER"));
        publishAndAwait(
                GoldenSample.read("backlog", "product.created")
                        .about(product.id(), product.id(), 2)
                        .ofType("steward.backlog.product.deleted.v1")
                        .withoutState());
        assertThat(product.statusFor("olivia")).isEqualTo(404);
    }
}
