package dev.steward.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.bench.report.Finding.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report REPORT =
            new Report(
                    List.of("a machine"),
                    List.of(
                            new Finding(
                                    "B1",
                                    "GET item by id",
                                    "3,210/s",
                                    List.of(
                                            Verdict.ratio(
                                                    "pgbench",
                                                    "5,733/s",
                                                    new Spread(0.56, 0.54, 0.58),
                                                    new Target.AtLeast(0.5)),
                                            Verdict.ratio(
                                                    "bare",
                                                    "8,000/s",
                                                    new Spread(0.4, 0.3, 0.5),
                                                    new Target.AtLeast(0.5)),
                                            Verdict.leftOut("nginx", "not installed")),
                                    List.of("CPU"))));

    @Test
    void saysInTheTerminalWhatIsMetAndWhatIsLeftOut() {
        var bytes = new ByteArrayOutputStream();
        REPORT.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("pgbench +5,733/s +ratio 0.560 \\[0.540-0.580] +>= 0.500 +met")
                .containsPattern("bare +8,000/s .*NOT MET")
                .containsPattern("nginx +not installed +left out");
    }

    @Test
    void isATableInMarkdown() {
        assertThat(REPORT.markdown())
                .contains(
                        "| B1 | GET item by id | 3,210/s | pgbench | 5,733/s | ratio 0.560 [0.540-0.580] | >= 0.500 | met |")
                .contains("- B1: CPU");
    }
}
