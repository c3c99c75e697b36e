package dev.steward.feedback.notification.opening;

import static dev.steward.feedback.ProductFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.ObservedDatabases;
import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.feedback.Tables;
import dev.steward.feedback.notification.AskersFixture;
import dev.steward.feedback.notification.NotificationStatus;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A notification is opened in bounded steps, in the year 2100: only the workers of this test
/// process notifications that are due then.
@QuarkusTest
class NotificationOpeningTest {

    private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");
    private static final NotificationSteps.BatchSizes SMALL =
            new NotificationSteps.BatchSizes(1, 2, 3);
    private static final NotificationSteps.BatchSizes USUAL =
            new NotificationSteps.BatchSizes(500, 10, 1_000);

    @Inject DataSource connections;
    @Inject Database database;
    @Inject ObservedDatabases databases;
    @Inject StatementCount statements;
    @Inject Tables tables;
    @Inject OpeningWorkers workers;
    @Inject ItemEvents reaction;

    private ProductFixture product;
    private Instant now = THEN;

    @BeforeEach
    void createProductWithHeldMessages() {
        product = AskersFixture.productWithHeldMessages();
        // What other tests have left is not for the workers of this one.
        tables.execute("update loop set status = 'STOPPED' where status = 'OPENING'");
    }

    @Test
    void createsOneDeliveryPerPersonWhereverProcessesEnd() {
        var askers = AskersFixture.of(product, 7);
        var other = product.feedback("olivia", entryOf(askers.mark() + "-0"));
        product.link(other, askers.item(), Map.of());
        var release = isOut(askers);
        var processes = 0;
        while (status(release) != NotificationStatus.OPEN) {
            // The first one ends at its first statement, the next at its second, and so on.
            var left = new AtomicInteger(++processes);
            var worker = worker(databases.endingAt(left), SMALL);
            while (left.get() > 0 && stepsOrEnds(worker)) {
                assertThat(processes).isLessThan(200);
            }
            now = now.plus(Duration.ofMinutes(2));
        }
        assertThat(processes).isGreaterThan(10);
        release.notification()
                .then()
                .body("items", hasSize(8))
                .body("counts.HELD", equalTo(7))
                .body("counts.UNREACHABLE", equalTo(1));
        assertThat(
                        number(
                                "select count(*)::int as n from told t join delivery d on d.id = t.delivery_id where d.release_id = ?",
                                release))
                .isEqualTo(9);
        assertThat(
                        number(
                                "select count(*)::int as n from loop_asker where release_id = ?",
                                release))
                .isZero();
        assertThat(new RecordedEvents(connections).of(release.id())).hasSize(1);
        as("olivia").get("/feedback/" + other).then().body("status", equalTo("SHIPPED"));
    }

    @Test
    void showsThatItIsOpeningAndSendsNothingBefore() {
        var askers = AskersFixture.of(product, 5);
        var release = isOut(askers);
        var worker = worker(database, SMALL);
        worker.step();
        release.notification()
                .then()
                .body("status", equalTo("OPENING"))
                .body("openedAt", nullValue());
        as("olivia")
                .post("/releases/" + release.id() + "/loop/send")
                .then()
                .statusCode(409)
                .body("code", equalTo("loop-opening"));
        as("olivia").get("/feedback/" + askers.entry()).then().body("status", equalTo("SHIPPED"));
        finish(worker);
        release.notification().then().body("status", equalTo("OPEN")).body("items", hasSize(6));
    }

    @Test
    void sendsHeldMessagesInSteps() {
        var askers = AskersFixture.of(product, 7);
        var release = isOut(askers);
        var worker = worker(database, SMALL);
        finish(worker);
        tables.execute(
                "update loop set status = 'SENDING', step = 'LETTING_GO', due_at = ? where release_id = ?",
                THEN,
                release.id());
        worker.step();
        release.notification()
                .then()
                .body("status", equalTo("SENDING"))
                .body("counts.HELD", equalTo(4))
                .body("counts.PENDING", equalTo(3));
        finish(worker);
        release.notification()
                .then()
                .body("status", equalTo("OPEN"))
                .body("counts.PENDING", equalTo(7));
        assertThat(new RecordedEvents(connections).of(release.id())).hasSize(1);
    }

    @Test
    void isStoppedByARollbackAndGoesOnWhenTheReleaseIsOutAgain() {
        var askers = AskersFixture.of(product, 7);
        var release = isOut(askers);
        var worker = worker(database, SMALL);
        while (release.notification().<List<?>>path("items").isEmpty()) {
            worker.step();
        }
        happens(release, "ROLLED_BACK", 3);
        assertThat(worker.step()).isFalse();
        release.notification().then().body("status", equalTo("STOPPED")).body("items", hasSize(3));
        happens(release, "RELEASED", 4);
        finish(worker);
        release.notification().then().body("status", equalTo("OPEN")).body("items", hasSize(8));
    }

    @Test
    void aFailingNotificationBlocksNoOther() {
        var broken = isOut(AskersFixture.of(product, 1));
        var release = isOut(AskersFixture.of(product, 1));
        // The second statement of the first step, which is that of the older loop.
        var worker = worker(databases.endingAt(new AtomicInteger(2)), USUAL);
        finish(worker);
        assertThat(status(release)).isEqualTo(NotificationStatus.OPEN);
        assertThat(status(broken)).isEqualTo(NotificationStatus.OPENING);
        now = now.plus(Duration.ofMinutes(2));
        finish(worker);
        assertThat(status(broken)).isEqualTo(NotificationStatus.OPEN);
    }

    @Test
    void takesStatementsInProportionToThePeople() {
        var few = statementsToOpen(200);
        var many = statementsToOpen(600);
        assertThat(many).isLessThan(4 * few);
    }

    /// The planner has no statistics about the votes, which are too new.
    private long statementsToOpen(int people) {
        return statements.ofFresh(() -> {
            var askers = AskersFixture.of(product, 1);
            askers.addVotersWithoutAddress(tables, people);
            var release = isOut(askers);
            return () -> {
                finish(worker(database, new NotificationSteps.BatchSizes(500, 10, 20)));
                release.notification()
                        .then()
                        .body("counts.HELD", equalTo(1))
                        .body("counts.UNREACHABLE", equalTo(people + 1));
            };
        });
    }

    private ReleaseFixture isOut(AskersFixture askers) {
        var release = ReleaseFixture.planned(product, askers.item());
        isOut(release);
        return release;
    }

    private void isOut(ReleaseFixture release) {
        happens(release, "RELEASED", 2);
    }

    /// The projection and the reaction in one transaction, as when the event arrives.
    private void happens(ReleaseFixture release, String status, long version) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    tables.execute(
                            "update release set status = ?, version = ? where id = ?",
                            status,
                            version,
                            release.id());
                    reaction.accept(List.of(event(release, version)));
                    tables.execute(
                            "update loop set due_at = ? where release_id = ?", THEN, release.id());
                });
    }

    private static IncomingEvent event(ReleaseFixture release, long version) {
        return new IncomingEvent(
                UuidCreator.getTimeOrderedEpoch(),
                "steward.backlog.release.released.v1",
                release.id(),
                release.product().id(),
                1,
                version,
                "olivia",
                THEN,
                null,
                null,
                NullNode.getInstance(),
                NullNode.getInstance());
    }

    private NotificationOpening worker(Database over, NotificationSteps.BatchSizes batchSizes) {
        return workers.worker(over, clock(), batchSizes);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /// @return whether there may be more to do
    private static boolean stepsOrEnds(NotificationOpening worker) {
        try {
            return worker.step();
        } catch (RuntimeException endedBeforeItHadANotification) {
            return false;
        }
    }

    private static void finish(NotificationOpening worker) {
        var steps = 0;
        while (worker.step()) {
            assertThat(++steps).isLessThan(1_000);
        }
    }

    private NotificationStatus status(ReleaseFixture release) {
        return tables.read(
                NotificationStatus.class,
                "select status from loop where release_id = ?",
                release.id());
    }

    private int number(String sql, ReleaseFixture release) {
        return tables.number(sql, release.id());
    }

    private static Map<String, Object> entryOf(String person) {
        return Map.of(
                "title", "Another wish", "text", "x", "contact", Map.of("externalId", person));
    }
}
