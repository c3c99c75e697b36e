package dev.steward.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.bench.BenchFailure;
import org.junit.jupiter.api.Test;

class PgbenchTest {

    private static final String PRINTED =
            """
            pgbench (15.18 (Debian 15.18-0+deb12u1), server 18.1)
            transaction type: multiple scripts
            scaling factor: 1
            query mode: prepared
            number of clients: 16
            number of threads: 2
            duration: 2 s
            number of transactions actually processed: 11466
            number of failed transactions: 0 (0.000%)
            latency average = 2.789 ms
            initial connection time = 21.310 ms
            tps = 5736.120339 (without initial connection time)
            """;

    @Test
    void tellsRateCountAndLatency() {
        assertThat(Pgbench.Outcome.of(PRINTED))
                .isEqualTo(new Pgbench.Outcome(5736.120339, 11466, 2.789));
    }

    @Test
    void isNotTakenForAFigureWhereStatementsFailed() {
        var failed = PRINTED.replace("failed transactions: 0", "failed transactions: 3");

        assertThatThrownBy(() -> Pgbench.Outcome.of(failed)).isInstanceOf(BenchFailure.class);
    }
}
