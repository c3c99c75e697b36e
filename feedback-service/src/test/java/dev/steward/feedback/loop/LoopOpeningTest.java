package dev.steward.feedback.loop;

import static dev.steward.feedback.ProductFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.feedback.database.CountingStatements;
import dev.steward.feedback.database.FailingStatements;
import dev.steward.feedback.database.ScannedRows;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.standing.FeedbackStatuses;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.testing.RecordedEvents;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A loop is opened in bounded steps, in the year 2100: only the workers of this test process loops
/// that are due then.
@QuarkusTest
class LoopOpeningTest {

    private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");
    private static final LoopOpening.BatchSizes SMALL = new LoopOpening.BatchSizes(1, 2, 3);
    private static final LoopOpening.BatchSizes USUAL = new LoopOpening.BatchSizes(500, 10, 1_000);

    @Inject DataSource database;
    @Inject ObjectMapper json;
    @Inject Statements statements;
    @Inject FeedbackStatuses statuses;
    @Inject EventStore events;
    @Inject ItemEvents reaction;

    private ProductFixture product;
    private Instant now = THEN;

    @BeforeEach
    void createProductWithHeldMessages() {
        product = AskersFixture.productWithHeldMessages();
        // What other tests have left is not for the workers of this one.
        statements.execute("update loop set status = 'STOPPED' where status = 'OPENING'");
    }

    @Test
    void createsOneDeliveryPerPersonWhereverProcessesEnd() {
        var askers = AskersFixture.of(product, 7);
        var other = product.feedback("olivia", entryOf(askers.mark() + "-0"));
        product.link(other, askers.item(), Map.of());
        var release = isOut(askers);
        var processes = 0;
        while (status(release) != LoopStatus.OPEN) {
            // The first one ends at its first statement, the next at its second, and so on.
            var left = new AtomicInteger(++processes);
            var worker = worker(FailingStatements.endingAt(database, json, left), SMALL);
            while (left.get() > 0 && stepsOrEnds(worker)) {
                assertThat(processes).isLessThan(200);
            }
            now = now.plus(Duration.ofMinutes(2));
        }
        assertThat(processes).isGreaterThan(10);
        release.loop()
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
        assertThat(new RecordedEvents(database).of(release.id())).hasSize(1);
        as("olivia").get("/feedback/" + other).then().body("status", equalTo("SHIPPED"));
    }

    @Test
    void showsThatItIsOpeningAndSendsNothingBefore() {
        var askers = AskersFixture.of(product, 5);
        var release = isOut(askers);
        var worker = worker(statements, SMALL);
        worker.step();
        release.loop().then().body("status", equalTo("OPENING")).body("openedAt", nullValue());
        as("olivia")
                .post("/releases/" + release.id() + "/loop/send")
                .then()
                .statusCode(409)
                .body("code", equalTo("loop-opening"));
        as("olivia").get("/feedback/" + askers.entry()).then().body("status", equalTo("SHIPPED"));
        finish(worker);
        release.loop().then().body("status", equalTo("OPEN")).body("items", hasSize(6));
    }

    @Test
    void sendsHeldMessagesInSteps() {
        var askers = AskersFixture.of(product, 7);
        var release = isOut(askers);
        var worker = worker(statements, SMALL);
        finish(worker);
        statements.execute(
                "update loop set status = 'SENDING', step = 'LETTING_GO', due_at = ? where release_id = ?",
                THEN,
                release.id());
        worker.step();
        release.loop()
                .then()
                .body("status", equalTo("SENDING"))
                .body("counts.HELD", equalTo(4))
                .body("counts.PENDING", equalTo(3));
        finish(worker);
        release.loop().then().body("status", equalTo("OPEN")).body("counts.PENDING", equalTo(7));
        assertThat(new RecordedEvents(database).of(release.id())).hasSize(1);
    }

    @Test
    void isStoppedByARollbackAndGoesOnWhenTheReleaseIsOutAgain() {
        var askers = AskersFixture.of(product, 7);
        var release = isOut(askers);
        var worker = worker(statements, SMALL);
        while (release.loop().<List<?>>path("items").isEmpty()) {
            worker.step();
        }
        happens(release, "ROLLED_BACK", 3);
        assertThat(worker.step()).isFalse();
        release.loop().then().body("status", equalTo("STOPPED")).body("items", hasSize(3));
        happens(release, "RELEASED", 4);
        finish(worker);
        release.loop().then().body("status", equalTo("OPEN")).body("items", hasSize(8));
    }

    @Test
    void aFailingLoopBlocksNoOther() {
        var broken = isOut(AskersFixture.of(product, 1));
        var release = isOut(AskersFixture.of(product, 1));
        // The second statement of the first step, which is that of the older loop.
        var worker =
                worker(FailingStatements.endingAt(database, json, new AtomicInteger(2)), USUAL);
        finish(worker);
        assertThat(status(release)).isEqualTo(LoopStatus.OPEN);
        assertThat(status(broken)).isEqualTo(LoopStatus.OPENING);
        now = now.plus(Duration.ofMinutes(2));
        finish(worker);
        assertThat(status(broken)).isEqualTo(LoopStatus.OPEN);
    }

    @Test
    void takesStatementsAndWorkInProportionToThePeople() {
        var few = workToOpen(1_000);
        var many = workToOpen(3_000);
        assertThat(many.statements()).isLessThan(4 * few.statements());
        assertThat(many.rowsOfThePreview()).isLessThan(4 * few.rowsOfThePreview());
    }

    private record Work(int statements, long rowsOfThePreview) {}

    /// The planner has no statistics about the votes, which are too new.
    private Work workToOpen(int people) {
        var askers = AskersFixture.of(product, 1);
        votes(askers.entry(), people);
        var release = ReleaseFixture.planned(product, askers.item());
        var rows = new AtomicLong();
        var preview = new LoopPreview(ScannedRows.over(database, json, rows));
        assertThat(preview.counts(release.id(), LoopMode.MANUAL))
                .isEqualTo(Map.of(DeliveryStatus.HELD, 1, DeliveryStatus.UNREACHABLE, people + 1));
        assertThat(preview.page(release.id(), "R", LoopMode.MANUAL, null, 51)).hasSize(51);
        isOut(release);
        var count = new AtomicInteger();
        finish(
                worker(
                        CountingStatements.over(database, json, count),
                        new LoopOpening.BatchSizes(500, 10, 100)));
        release.loop()
                .then()
                .body("counts.HELD", equalTo(1))
                .body("counts.UNREACHABLE", equalTo(people + 1));
        return new Work(count.get(), rows.get());
    }

    private void votes(String entry, int people) {
        statements.execute(
                """
                with people as (
                    insert into contact (id, product_id, version, name, created_at)
                    select uuidv7(), ?, 1, 'Voter', now() from generate_series(1, ?) returning id)
                insert into vote (id, product_id, feedback_id, contact_id, version, withdrawn, recorded_by)
                select uuidv7(), ?, ?, id, 1, false, 'olivia' from people
                """,
                product.id(),
                people,
                product.id(),
                UUID.fromString(entry));
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
                    statements.execute(
                            "update release set status = ?, version = ? where id = ?",
                            status,
                            version,
                            release.id());
                    reaction.accept(List.of(event(release, version)));
                    statements.execute(
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

    private LoopOpening worker(Statements over, LoopOpening.BatchSizes batchSizes) {
        return new LoopOpening(
                new LoopJobs(over),
                new LoopEntries(over),
                new Deliveries(over),
                statuses,
                events,
                clock(),
                batchSizes);
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
    private static boolean stepsOrEnds(LoopOpening worker) {
        try {
            return worker.step();
        } catch (RuntimeException endedBeforeItHadALoop) {
            return false;
        }
    }

    private static void finish(LoopOpening worker) {
        var steps = 0;
        while (worker.step()) {
            assertThat(++steps).isLessThan(1_000);
        }
    }

    private LoopStatus status(ReleaseFixture release) {
        return statements
                .first(
                        "select status from loop where release_id = ?",
                        row -> row.constant("status", LoopStatus.class),
                        release.id())
                .orElseThrow();
    }

    private int number(String sql, ReleaseFixture release) {
        return statements.first(sql, row -> row.number("n"), release.id()).orElseThrow();
    }

    private static Map<String, Object> entryOf(String person) {
        return Map.of(
                "title", "Another wish", "text", "x", "contact", Map.of("externalId", person));
    }
}
