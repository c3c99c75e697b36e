package dev.steward.sprint.sprint;

import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.testing.StatementCount;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerResourceTest {

    @Inject SessionFactory sessions;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void costsTheSameHoweverLongItIs() {
        assertThat(statementsOf(closedWith(9))).isEqualTo(statementsOf(closedWith(1)));
    }

    @Test
    void aForgedCursorIsUnreadable() {
        var sprint = fixture.active(List.of());
        var far = Cursor.encode("ledger of " + sprint, List.of("+1000000000-12-31T23:59:59Z"));
        as("sam").get(ledger(sprint) + "?cursor=" + far).then().statusCode(400);
    }

    private UUID closedWith(int items) {
        var estimates = new int[items];
        Arrays.fill(estimates, 3);
        var sprint = fixture.active(fixture.readyItems(estimates));
        fixture.close(sprint, "BACKLOG").then().statusCode(200);
        return sprint;
    }

    private long statementsOf(UUID sprint) {
        return StatementCount.of(
                sessions.getStatistics()::getPrepareStatementCount,
                () -> as("sam").get(ledger(sprint)).then().statusCode(200));
    }

    private static String ledger(UUID sprint) {
        return "/sprints/" + sprint + "/ledger";
    }
}
