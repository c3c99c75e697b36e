package dev.steward.feedback.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.feedback.database.CountedStatements;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.release.Releases;
import dev.steward.feedback.standing.Standings;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.IncomingEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// In sets: telling a thousand takes the statements of telling ten.
@QuarkusTest
class TellingManyTest {

    @Inject DataSource database;
    @Inject ObjectMapper json;
    @Inject Releases releases;
    @Inject Standings standings;
    @Inject Statements statements;
    @Inject EventRecord events;
    @Inject Clock clock;

    @Test
    void takesAsManyStatementsAsTellingFew() {
        var few = statementsToTell(10);
        assertThat(statementsToTell(1_000)).isEqualTo(few).isLessThan(10);
    }

    private int statementsToTell(int people) {
        var product = Askers.productThatHoldsMessages();
        var askers = Askers.of(product, people);
        var release = ReleaseFixture.planned(product, askers.item());
        statements.execute("update release set status = 'RELEASED' where id = ?", release.id());
        var count = new AtomicInteger();
        var counted = CountedStatements.over(database, json, count);
        var reaction =
                new ItemEvents(counted, releases, standings, new Telling(counted, events, clock));
        QuarkusTransaction.requiringNew().run(() -> reaction.accept(List.of(released(release))));
        release.loop().then().statusCode(200);
        assertThat(
                        statements.list(
                                "select count(*)::int as people from delivery where release_id = ?",
                                row -> row.number("people"),
                                release.id()))
                .containsExactly(people + 1);
        return count.get();
    }

    private IncomingEvent released(ReleaseFixture release) {
        return new IncomingEvent(
                UuidCreator.getTimeOrderedEpoch(),
                "steward.backlog.release.released.v1",
                release.id(),
                release.product().id(),
                1,
                2,
                "olivia",
                clock.instant(),
                null,
                null,
                NullNode.getInstance(),
                NullNode.getInstance());
    }
}
