package dev.steward.sprint.sprint;

import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.StatementCount;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerResourceTest {

    @Inject StatementCount statements;
    @Inject DataSource database;

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

    @Test
    void ledgerTimesRiseStrictlyAndPagesFollow() {
        var sprint = fixture.planned(fixture.readyItems(1, 2, 3, 5, 8));
        var first = as("sam").get(ledger(sprint) + "?limit=3");
        var second = as("sam").get(ledger(sprint) + "?limit=3&cursor=" + first.path("page.next"));
        List<String> times = new ArrayList<>(first.<List<String>>path("items.at"));
        times.addAll(second.<List<String>>path("items.at"));
        assertThat(times.stream().map(Instant::parse))
                .hasSize(5)
                .isSorted()
                .doesNotHaveDuplicates();
        second.then()
                .body("page.next", nullValue())
                .body("items.by.subject", contains("sam", "sam"));
    }

    @Test
    void nobodyRewritesTheLedger() {
        fixture.planned(fixture.readyItems(1));
        for (var sql :
                List.of(
                        "update ledger_entry set effect = 0",
                        "delete from ledger_entry",
                        "truncate ledger_entry")) {
            assertThat(
                            catchThrowable(() -> {
                                try (var connection = database.getConnection();
                                        var statement = connection.createStatement()) {
                                    statement.execute(sql);
                                }
                            }))
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID closedWith(int items) {
        var estimates = new int[items];
        Arrays.fill(estimates, 3);
        var sprint = fixture.active(fixture.readyItems(estimates));
        fixture.close(sprint, "BACKLOG").then().statusCode(200);
        return sprint;
    }

    private long statementsOf(UUID sprint) {
        return statements.of(() -> as("sam").get(ledger(sprint)).then().statusCode(200));
    }

    private static String ledger(UUID sprint) {
        return "/sprints/" + sprint + "/ledger";
    }
}
