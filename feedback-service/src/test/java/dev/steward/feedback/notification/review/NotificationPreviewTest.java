package dev.steward.feedback.notification.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.ObservedDatabases;
import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.feedback.Tables;
import dev.steward.feedback.notification.AskersFixture;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.opening.PlannedDeliveries;
import dev.steward.feedback.notification.opening.ShippedEntries;
import dev.steward.feedback.notification.opening.Voices;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotificationPreviewTest {

    @Inject ObservedDatabases databases;
    @Inject Tables tables;
    @Inject FeedbackStatuses statuses;

    private ProductFixture product;

    @BeforeEach
    void createProductWithHeldMessages() {
        product = AskersFixture.productWithHeldMessages();
    }

    @Test
    void readsRowsInProportionToThePeople() {
        var few = rowsRead(1_000);
        var many = rowsRead(3_000);
        assertThat(many).isLessThan(4 * few);
    }

    /// The planner has no statistics about the votes, which are too new.
    private long rowsRead(int people) {
        var askers = AskersFixture.of(product, 1);
        askers.addVotersWithoutAddress(tables, people);
        var release = ReleaseFixture.planned(product, askers.item());
        var rows = new AtomicLong();
        var preview = preview(databases.scanning(rows));
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var entries = preview.entries(release.id());
                    assertThat(preview.counts(entries, NotificationMode.MANUAL))
                            .isEqualTo(
                                    Map.of(
                                            DeliveryStatus.HELD,
                                            1,
                                            DeliveryStatus.UNREACHABLE,
                                            people + 1));
                    assertThat(preview.page(entries, "R", NotificationMode.MANUAL, null, 51))
                            .hasSize(51);
                });
        return rows.get();
    }

    private NotificationPreview preview(Database over) {
        return new NotificationPreview(
                over, new ShippedEntries(over, statuses), new PlannedDeliveries(new Voices(over)));
    }
}
