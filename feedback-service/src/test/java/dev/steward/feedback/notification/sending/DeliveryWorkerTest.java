package dev.steward.feedback.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.feedback.notification.AskersFixture;
import dev.steward.feedback.notification.Delivery;
import dev.steward.local.stack.TestStack;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.testing.RefusedStatements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sending, step by step, in the year 2100: only the workers of this test process messages that are
/// due then.
@QuarkusTest
class DeliveryWorkerTest {

    private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");

    /// Stands for a crash of the process.
    private static final class Death extends RuntimeException {}

    @Inject DataSource database;
    @Inject DeliveryAttempts attempts;
    @Inject SmtpMailSender mail;
    @Inject BackgroundThreads threads;

    private ProductFixture product;

    @BeforeEach
    void createProductWithHeldMessages() {
        product = AskersFixture.productWithHeldMessages();
        // What other tests have left to send is not for the couriers of this one.
        execute(
                "update delivery set status = 'DEAD' where status in ('PENDING', 'SENDING', 'RETRY')");
    }

    @Test
    void aCrashAfterSendingSendsAgainWithTheSameMessageId() throws Exception {
        var askers = AskersFixture.of(product, 1);
        var release = dueThen(askers);
        var dying =
                worker(
                        THEN,
                        claimedMessage -> {
                            mail.send(claimedMessage);
                            endSessions();
                            throw new Death();
                        });
        assertThatThrownBy(dying::processBatch).isInstanceOf(Death.class);
        assertThat(askers.mail()).hasSize(1);
        // A connection that was idle for half a second is looked at before it is lent again.
        await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ofMillis(600))
                .until(() -> release.notification().statusCode() == 200);
        release.notification().then().body("counts.SENDING", equalTo(1));
        assertThat(worker(THEN.plus(DeliveryAttempts.CLAIM_DURATION), mail).processBatch())
                .isZero();
        assertThat(
                        worker(THEN.plus(DeliveryAttempts.CLAIM_DURATION).plusSeconds(1), mail)
                                .processBatch())
                .isEqualTo(1);
        release.notification().then().body("counts.SENT", equalTo(1));
        assertThat(askers.mail()).hasSize(1);
        assertThat(arrivals(askers.mail().getFirst().id())).containsExactly("kept", "again");
    }

    @Test
    void aShortDatabaseOutageNeitherRepeatsNorBlocksMessages() throws Exception {
        var askers = AskersFixture.of(product, 3);
        var release = dueThen(askers);
        var failing = new RefusedStatements();
        failing.on("delivery", "new.status = 'SENT'", RefusedStatements.CONNECTION_LOST);
        var asked = new AtomicInteger();
        InstantSource backAtLast =
                () -> {
                    if (asked.incrementAndGet() == 6) {
                        failing.end("delivery");
                    }
                    return THEN;
                };
        try {
            assertThat(worker(backAtLast.withZone(ZoneOffset.UTC), mail).processBatch())
                    .isEqualTo(3);
        } finally {
            failing.end("delivery");
        }
        release.notification().then().body("counts.SENT", equalTo(3));
        for (var message : askers.mail()) {
            assertThat(arrivals(message.id())).containsExactly("kept");
        }
    }

    @Test
    void leavesTheMessageToOthersWhenTheResultCannotBeRecordedInTime() {
        var askers = AskersFixture.of(product, 1);
        var release = dueThen(askers);
        var failing = new RefusedStatements();
        failing.on("delivery", "new.status = 'SENT'", RefusedStatements.CONNECTION_LOST);
        var worker = worker(laterEachTime(Duration.ofSeconds(15)), mail);
        try {
            assertThatThrownBy(worker::processBatch).isInstanceOf(RuntimeException.class);
        } finally {
            failing.end("delivery");
        }
        release.notification().then().body("counts.SENDING", equalTo(1));
        assertThat(worker(THEN.plus(Duration.ofMinutes(2)), mail).processBatch()).isEqualTo(1);
        release.notification().then().body("counts.SENT", equalTo(1));
    }

    @Test
    void recordsNothingAfterLosingTheClaim() {
        var askers = AskersFixture.of(product, 1);
        var release = dueThen(askers);
        var cut =
                worker(
                        THEN,
                        claimedMessage -> {
                            mail.send(claimedMessage);
                            takeAway(release);
                        });
        cut.processBatch();
        release.notification().then().body("counts.SENDING", equalTo(1));
        worker(THEN.plus(Duration.ofMinutes(20)), mail).processBatch();
        release.notification().then().body("counts.SENT", equalTo(1));
        assertThat(askers.mail()).hasSize(1);
    }

    @Test
    void givesUpAMessageWhoseResultCanNeverBeRecorded() throws Exception {
        var askers = AskersFixture.of(product, 1);
        var release = dueThen(askers);
        var failing = new RefusedStatements();
        failing.on("delivery", "new.status = 'SENT'", RefusedStatements.TIME_OUT);
        // The claim is over by the time that saying so has failed.
        var worker = worker(laterEachTime(Duration.ofSeconds(20)), mail);
        try {
            for (var attempt = 1; attempt <= Delivery.MAX_ATTEMPTS; attempt++) {
                assertThatThrownBy(worker::processBatch).isInstanceOf(RuntimeException.class);
            }
            assertThat(worker.processBatch()).isZero();
        } finally {
            failing.end("delivery");
        }
        release.notification().then().body("counts.DEAD", equalTo(1));
        assertThat(arrivals(askers.mail().getFirst().id())).hasSize(Delivery.MAX_ATTEMPTS);
    }

    @Test
    void aMessageThatIsGivenBackDoesNotCountAsAnAttempt() {
        var messages = Delivery.MAX_ATTEMPTS + 2;
        var askers = AskersFixture.of(product, messages);
        var release = dueThen(askers);
        // Each message takes most of the time of a claim.
        var worker = worker(laterEachTime(Duration.ofSeconds(14)), mail);
        for (var sent = 0; sent < messages; sent++) {
            assertThat(worker.processBatch()).isEqualTo(1);
        }
        release.notification().then().body("counts.SENT", equalTo(messages));
    }

    @Test
    void concurrentWorkersSendEachMessageOnce() throws Exception {
        var askers = AskersFixture.of(product, 60);
        var release = dueThen(askers);
        var sent = new ConcurrentLinkedQueue<UUID>();
        // Not by SMTP: one failed attempt would leave its message for later.
        MailSender counting = claimedMessage -> sent.add(claimedMessage.id());
        List<Callable<Integer>> racers = new ArrayList<>();
        for (var n = 0; n < 4; n++) {
            racers.add(() -> {
                var worker = worker(THEN, counting);
                var all = 0;
                for (var taken = worker.processBatch(); taken > 0; taken = worker.processBatch()) {
                    all += taken;
                }
                return all;
            });
        }
        var taken = 0;
        try (var threads = Executors.newCachedThreadPool()) {
            for (var racer : threads.invokeAll(racers)) {
                taken += racer.get();
            }
        }
        assertThat(taken).isEqualTo(60);
        assertThat(sent).hasSize(60).doesNotHaveDuplicates();
        release.notification().then().body("counts.SENT", equalTo(60));
    }

    @Test
    void retriesAFailedMessageAndGivesUpInTheEnd() {
        var askers = AskersFixture.of(product, 1);
        var release = dueThen(askers);
        MailSender refusing =
                claimedMessage -> {
                    throw new MailSender.SendFailed("550 no such mailbox", new IOException());
                };
        var now = THEN;
        assertThat(worker(now, refusing).processBatch()).isEqualTo(1);
        assertThat(worker(now, refusing).processBatch()).isZero();
        release.notification()
                .then()
                .body("counts.RETRY", equalTo(1))
                .body(
                        "items.find { it.status == 'RETRY' }.failure",
                        equalTo("550 no such mailbox"));
        for (var attempt = 2; attempt <= Delivery.MAX_ATTEMPTS; attempt++) {
            now = now.plus(Duration.ofHours(6));
            assertThat(worker(now, refusing).processBatch()).isEqualTo(1);
        }
        release.notification().then().body("counts.DEAD", equalTo(1));
        ProductFixture.as("olivia")
                .get("/feedback/" + askers.entry())
                .then()
                .body("status", equalTo("CLOSED"));
        assertThat(worker(now.plus(Duration.ofDays(30)), mail).processBatch()).isZero();
    }

    @Test
    void whoOptsOutOrLosesTheirAddressMeanwhileGetsNothing() throws SQLException {
        var askers = AskersFixture.of(product, 3);
        var release = dueThen(askers);
        execute(
                "update contact set opt_out = true where email = '%s'"
                        .formatted(AskersFixture.address(askers.mark(), 0)));
        execute(
                "update contact set email = 'a@x.example, b@y.example' where email = '%s'"
                        .formatted(AskersFixture.address(askers.mark(), 1)));
        worker(THEN, mail).processBatch();
        release.notification()
                .then()
                .body("counts.SENT", equalTo(1))
                .body("counts.SUPPRESSED", equalTo(1))
                .body("counts.UNREACHABLE", equalTo(2));
        assertThat(askers.mail()).hasSize(1);
    }

    @Test
    void holdsMessagesAfterARollbackAndRefusesToSendThem() throws SQLException {
        var askers = AskersFixture.of(product, 2);
        var release = dueThen(askers);
        execute(
                "update release set status = 'ROLLED_BACK' where id = '%s'"
                        .formatted(release.id()));
        worker(THEN, mail).processBatch();
        release.notification().then().body("counts.HELD", equalTo(2));
        assertThat(askers.mail()).isEmpty();
        ProductFixture.as("olivia")
                .post("/releases/" + release.id() + "/loop/send")
                .then()
                .statusCode(409)
                .body("code", equalTo("release-not-out"));
    }

    @Test
    void aMessageThatCannotBeClaimedBlocksNoOther() {
        var askers = AskersFixture.of(product, 3);
        var release = dueThen(askers);
        tellsItsPeopleItself(askers);
        toldOfMoreThanAnEventHolds(askers, 15_000);
        var worker = worker(THEN, mail);
        assertThatThrownBy(worker::processBatch).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(worker::processBatch).isInstanceOf(RuntimeException.class);
        worker.processBatch();
        worker.processBatch();
        release.notification()
                .then()
                .body("counts.HANDED_OVER", equalTo(2))
                .body("counts.RETRY", equalTo(1));
    }

    private void tellsItsPeopleItself(AskersFixture askers) {
        execute(
                "update source set hands_over = true where id = (select source_id from feedback where id = '%s')"
                        .formatted(askers.entry()));
    }

    /// The first of them, whose message is due first.
    private void toldOfMoreThanAnEventHolds(AskersFixture askers, int entries) {
        execute(
                """
                with made as (
                    insert into feedback (id, product_id, version, source_id, title, text, kind, attributes, submitted_at,
                        triaged, recorded_by, root_id)
                    select n.id, f.product_id, 1, f.source_id, 'Many', 'x', f.kind, f.attributes, f.submitted_at, true,
                        f.recorded_by, n.id
                    from feedback f cross join (select uuidv7() as id from generate_series(1, %d)) n where f.id = '%s'
                    returning id)
                insert into told (contact_id, feedback_id, delivery_id)
                select t.contact_id, made.id, t.delivery_id from made cross join (
                    select t.contact_id, t.delivery_id from told t join delivery d on d.id = t.delivery_id
                    where t.feedback_id = '%s' and d.status = 'PENDING' order by d.id limit 1) t
                """
                        .formatted(entries, askers.entry(), askers.entry()));
    }

    private static Clock laterEachTime(Duration step) {
        var now = new AtomicReference<>(THEN);
        InstantSource later = () -> now.getAndUpdate(then -> then.plus(step));
        return later.withZone(ZoneOffset.UTC);
    }

    private DeliveryWorker worker(Instant now, MailSender post) {
        return worker(Clock.fixed(now, ZoneOffset.UTC), post);
    }

    private DeliveryWorker worker(Clock clock, MailSender post) {
        return new DeliveryWorker(attempts, post, clock, threads, "127.0.0.1");
    }

    /// Postpones its messages to that time.
    private ReleaseFixture dueThen(AskersFixture askers) {
        var release = ReleaseFixture.planned(product, askers.item()).publishReleased();
        execute(
                "update delivery set status = 'PENDING', due_at = '2100-01-01T00:00:00Z' where status = 'HELD' and release_id = '"
                        + release.id()
                        + "'");
        return release;
    }

    /// As if the claim had expired while the message was sent, and another instance had claimed it.
    private void takeAway(ReleaseFixture release) {
        execute(
                "update delivery set attempt = attempt + 1 where release_id = '"
                        + release.id()
                        + "'");
    }

    private void endSessions() {
        execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'feedback-service' and pid <> pg_backend_pid() and state = 'idle'");
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> arrivals(String id) throws IOException {
        return Files.readAllLines(TestStack.shared().mailbox().resolve("arrivals.log")).stream()
                .filter(line -> line.startsWith(id + " "))
                .map(line -> line.substring(id.length() + 1))
                .toList();
    }
}
