package dev.steward.platform.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.messaging.Happened;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.web.problem.TooLarge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStoreTest {

    @Inject EventStore events;
    @Inject Tables database;
    @Inject DataSource source;

    private final UUID id = UUID.randomUUID();

    @Test
    void writesTheEventAndItsPointerTogether() {
        append(Happened.to(id, 1));
        assertThat(database.number("select count(*) from event where aggregate_id = ?", id))
                .isOne();
        assertThat(pointers()).isOne();
    }

    @Test
    void pointsAtManyEventsInTheirOrder() {
        var events = LongStream.rangeClosed(1, 50).mapToObj(i -> Happened.to(id, i)).toList();
        QuarkusTransaction.requiringNew()
                .run(() -> this.events.append(EventContext.system("test"), events));
        assertThat(pointers()).isEqualTo(50);
        assertThat(
                        database.number(
                                """
                                select count(*) from (
                                    select e.version, row_number() over (order by o.id) as place
                                    from outbox o join event e on e.id = o.event_id where e.aggregate_id = ?) pointed
                                where version <> place
                                """,
                                id))
                .isZero();
    }

    @Test
    void leavesNothingBehindWhenTheTransactionRollsBack() {
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    events.append(EventContext.system("test"), Happened.to(id, 1));
                                    throw new IllegalStateException(
                                            "later in the same transaction");
                                }))
                .hasMessageContaining("later");
        assertThat(database.number("select count(*) from event where aggregate_id = ?", id))
                .isZero();
        assertThat(pointers()).isZero();
    }

    @Test
    void cannotBeWrittenOutsideATransaction() {
        assertThatThrownBy(() -> events.append(EventContext.system("test"), Happened.to(id, 1)))
                .hasMessageContaining("ransaction");
    }

    @Test
    void refusesAnEventThatNoBrokerWouldTake() {
        var state = Map.of("text", "x".repeat(EventStore.LARGEST_EVENT));
        assertThatThrownBy(() -> append(new Happened(id, id, 1, state)))
                .isInstanceOf(TooLarge.class);
    }

    @Test
    void refusesASecondEventOfTheSameVersion() {
        append(Happened.to(id, 1));
        assertThatThrownBy(() -> append(Happened.to(id, 1)))
                .hasStackTraceContaining("duplicate key");
    }

    @Test
    void isNeverRewritten() {
        append(Happened.to(id, 1));
        assertThatThrownBy(
                        () -> {
                            try (var connection = source.getConnection();
                                    var statement = connection.createStatement()) {
                                statement.executeUpdate("update event set actor = 'somebody else'");
                            }
                        })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private void append(DomainEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.append(EventContext.system("test"), event));
    }

    private long pointers() {
        return database.number(
                "select count(*) from outbox o join event e on e.id = o.event_id where e.aggregate_id = ?",
                id);
    }
}
