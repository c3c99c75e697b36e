package dev.steward.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedStatementTest {

    private static final List<String> LOG =
            """
            2026-11-24 22:51:11.123 UTC [71] backlog LOG:  execute <unnamed>: BEGIN
            2026-11-24 22:51:11.124 UTC [71] backlog LOG:  execute S_3: insert into item (id, title, note)
            \tvalues ($1, $2, $3)
            2026-11-24 22:51:11.124 UTC [72] sprint LOG:  execute S_1: COMMIT
            2026-11-24 22:51:11.125 UTC [71] backlog DETAIL:  Parameters: $1 = 'i-1', $2 = 'it''s
            \ttwo lines', $3 = NULL
            2026-11-24 22:51:11.126 UTC [71] backlog ERROR:  nothing of interest
            """
                    .lines()
                    .toList();

    @Test
    void isReadFromTheLogWithItsParameters() {
        assertThat(LoggedStatement.read(LOG))
                .containsExactly(
                        new LoggedStatement("71", "backlog", "BEGIN", List.of()),
                        new LoggedStatement(
                                "71",
                                "backlog",
                                "insert into item (id, title, note)\nvalues ($1, $2, $3)",
                                java.util.Arrays.asList("i-1", "it's\ntwo lines", null)),
                        new LoggedStatement("72", "sprint", "COMMIT", List.of()));
    }

    @Test
    void becomesAScriptInWhichWhatMustDifferIsNewEachTime() throws java.io.IOException {
        var id = "0199e0a0-0000-7000-8000-000000000001";
        var sent =
                new LoggedStatement(
                        "71",
                        "backlog",
                        "insert into item values ($1, $2, $3, $4::jsonb)",
                        java.util.Arrays.asList(id, "title", null, "{\"id\":\"" + id + "\"}"));
        var variables = new java.util.HashMap<String, String>();
        var file = java.nio.file.Files.createTempFile("script", ".sql");

        new PgbenchScript(Map.of(id, "newid()"), variables).statement(sent).write(file);

        assertThat(file)
                .hasContent(
                        "insert into item values ((newid())::uuid, :p0, null, (:p1::text || newid() || :p2::text)::jsonb) ;");
        assertThat(variables)
                .containsOnly(
                        Map.entry("p0", "title"),
                        Map.entry("p1", "{\"id\":\""),
                        Map.entry("p2", "\"}"));
        java.nio.file.Files.delete(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{01981b5e-0000-7000-8000-000000000010,01981b5e-0000-7000-8000-000000000011} | ::uuid[]",
                "{1,22} | ::bigint[]",
                "{BUG,STORY} | ::text[]",
                "{\"{\\\"title\\\": 1}\",NULL} | ::text[]",
                "{\"title\": 1} | ''",
                "{} | ''",
                "a text | ''"
            })
    void anArrayIsKnownByItsElements(String value, String cast) {
        assertThat(LoggedStatement.castOf(value)).isEqualTo(cast);
    }
}
