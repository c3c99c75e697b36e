package dev.steward.feedback.notification.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.Tables;
import dev.steward.feedback.notification.AskersFixture;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.IncomingEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An entry whose item is in two releases, one of which is rolled back while its notification is
/// opening: all orders of events and steps. The workers run in the year 2100, so that no other
/// worker processes their loops.
@QuarkusTest
class TwoReleasesTest {

    private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");

    /// One person a step, so that a notification can be stopped between any two of them.
    private static final NotificationSteps.BatchSizes SMALL =
            new NotificationSteps.BatchSizes(1, 1, 1);

    /// And the one who submitted the entry: the first is told before the other.
    private static final int VOTERS = 1;

    /// More steps than it takes to open a loop.
    private static final int STEPS = 12;

    @Inject Tables tables;
    @Inject Database database;
    @Inject OpeningWorkers workers;
    @Inject ItemEvents reaction;

    private NotificationOpening worker;
    private AskersFixture like;

    @BeforeEach
    void createWorker() {
        like = AskersFixture.of(AskersFixture.productWithHeldMessages(), VOTERS);
        worker = workers.worker(database, Clock.fixed(THEN, ZoneOffset.UTC), SMALL);
        // What other tests have left is not for the workers of this one.
        tables.execute("update loop set status = 'STOPPED' where status = 'OPENING'");
    }

    /// Events of two releases, in up to three batches. The first release is rolled back.
    enum Course {
        /// As backlog-service does it: an item goes into another release after the roll-back.
        ONE_AFTER_THE_OTHER(
                List.of(News.FIRST_OUT), List.of(News.FIRST_BACK), List.of(News.SECOND_OUT)),
        IN_ONE_BATCH(List.of(News.FIRST_OUT), List.of(News.FIRST_BACK, News.SECOND_OUT), List.of()),
        BOTH_OUT(List.of(News.FIRST_OUT), List.of(News.SECOND_OUT), List.of(News.FIRST_BACK)),
        THE_OTHER_WAY(List.of(News.SECOND_OUT), List.of(News.FIRST_OUT), List.of(News.FIRST_BACK)),
        TOGETHER(List.of(News.FIRST_OUT, News.SECOND_OUT), List.of(News.FIRST_BACK), List.of());

        /// An item is in one release at a time: another one takes it after the roll-back.
        boolean isThatOfAnItem() {
            return this == ONE_AFTER_THE_OTHER || this == IN_ONE_BATCH;
        }

        private final List<News> first;
        private final List<News> second;
        private final List<News> third;

        Course(List<News> first, List<News> second, List<News> third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }
    }

    private enum News {
        FIRST_OUT,
        FIRST_BACK,
        SECOND_OUT
    }

    private record Case(UUID entry, UUID first, UUID second) {}

    @ParameterizedTest
    @EnumSource
    void whoAskedIsToldOnceByAReleaseThatStands(Course course) {
        for (var steps = 0; steps <= STEPS; steps++) {
            for (var more : course.third.isEmpty() ? List.of(0) : List.of(0, 4, STEPS)) {
                check(course, steps, more);
            }
        }
    }

    private void check(Course course, int steps, int more) {
        var about = "%s, %d steps, %d more".formatted(course, steps, more);
        var wish = anotherEntry();
        happens(wish, course.first);
        advance(steps);
        happens(wish, course.second);
        advance(more);
        happens(wish, course.third);
        var byTheFirst = told(wish, wish.first());
        while (worker.step()) {}
        assertThat(told(wish, wish.first())).as(about).isLessThanOrEqualTo(byTheFirst);
        assertThat(told(wish, wish.first()) + told(wish, wish.second()))
                .as(about)
                .isEqualTo(VOTERS + 1);
        if (course.isThatOfAnItem()) {
            assertThat(heldIn(wish.first())).as(about).isZero();
        }
        assertThat(messages(wish)).as(about).isEqualTo(VOTERS + 1);
        assertThat(status(wish)).as(about).isEqualTo("SHIPPED");
    }

    /// Copies the entry and everybody who asked for it.
    private Case anotherEntry() {
        var item = UuidCreator.getTimeOrderedEpoch();
        var wish =
                new Case(
                        UuidCreator.getTimeOrderedEpoch(),
                        UuidCreator.getTimeOrderedEpoch(),
                        UuidCreator.getTimeOrderedEpoch());
        var entry = UUID.fromString(like.entry());
        tables.execute(
                """
                with made as (
                    insert into feedback (id, product_id, version, source_id, contact_id, title, text, kind, attributes,
                        submitted_at, triaged, recorded_by, root_id, status)
                    select ?, product_id, 1, source_id, contact_id, 'Another', 'x', kind, attributes,
                        submitted_at, true, recorded_by, ?, 'LINKED' from feedback where id = ? returning id, product_id),
                voted as (
                    insert into vote (id, product_id, feedback_id, contact_id, version, withdrawn, recorded_by)
                    select uuidv7(), v.product_id, m.id, v.contact_id, 1, false, v.recorded_by
                    from made m cross join vote v where v.feedback_id = ?),
                planned as (
                    insert into release (id, epoch, version, product_id, name, status, item_ids, deleted)
                    select r.id, 1, 1, m.product_id, 'R', 'PLANNED', array [?::uuid], false
                    from made m cross join (values (?::uuid), (?::uuid)) r (id))
                insert into link (id, product_id, feedback_id, item_id, version, kind, removed)
                select uuidv7(), product_id, id, ?, 1, 'SOLVES', false from made
                """,
                wish.entry(),
                wish.entry(),
                entry,
                entry,
                item,
                wish.first(),
                wish.second(),
                item);
        return wish;
    }

    private void advance(int steps) {
        for (var step = 0; step < steps; step++) {
            worker.step();
        }
    }

    /// The projection and the reaction in one transaction, as when the events arrive.
    private void happens(Case wish, List<News> batch) {
        if (!batch.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> arrive(wish, batch));
        }
    }

    private void arrive(Case wish, List<News> batch) {
        var arrived = batch.stream().map(news -> project(wish, news)).toList();
        reaction.accept(arrived.stream().map(this::event).toList());
        tables.execute(
                "update loop set due_at = ? where release_id in (?, ?)",
                THEN,
                wish.first(),
                wish.second());
    }

    private UUID project(Case wish, News news) {
        var release = news == News.SECOND_OUT ? wish.second() : wish.first();
        tables.execute(
                "update release set status = ?, version = version + 1 where id = ?",
                news == News.FIRST_BACK ? "ROLLED_BACK" : "RELEASED",
                release);
        return release;
    }

    private IncomingEvent event(UUID release) {
        return new IncomingEvent(
                UuidCreator.getTimeOrderedEpoch(),
                "steward.backlog.release.released.v1",
                release,
                like.product().id(),
                1,
                2,
                "olivia",
                THEN,
                null,
                null,
                NullNode.getInstance(),
                NullNode.getInstance());
    }

    private int told(Case wish, UUID release) {
        return number(
                """
                select count(*)::int as n from told t join delivery d on d.id = t.delivery_id
                where t.feedback_id = ? and d.release_id = ?
                """,
                wish.entry(),
                release);
    }

    private int heldIn(UUID release) {
        return number(
                "select count(*)::int as n from delivery where release_id = ? and status = 'HELD'",
                release);
    }

    private int messages(Case wish) {
        return number(
                "select count(*)::int as n from delivery where release_id in (?, ?)",
                wish.first(),
                wish.second());
    }

    private int number(String sql, Object... values) {
        return tables.number(sql, values);
    }

    private String status(Case wish) {
        return tables.read(String.class, "select status from feedback where id = ?", wish.entry());
    }
}
