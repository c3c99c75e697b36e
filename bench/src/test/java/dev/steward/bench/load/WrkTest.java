package dev.steward.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.bench.BenchFailure;
import org.junit.jupiter.api.Test;

class WrkTest {

    private static final String PRINTED =
            """
            Running 2s test @ http://127.0.0.1:8081
              2 threads and 16 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     5.10ms    3.59ms  42.60ms   85.16%
                Req/Sec     1.66k   123.45     1.91k    72.50%
              Latency Distribution
                 50%    4.22ms
                 75%    6.01ms
                 90%    9.13ms
                 99%  981.00us
              6612 requests in 2.00s, 6.21MB read
            Requests/sec:   3304.06
            Transfer/sec:      3.10MB
            """;

    @Test
    void tellsRateCountAndLatency() {
        assertThat(Wrk.Outcome.of(PRINTED)).isEqualTo(new Wrk.Outcome(3304.06, 6612, 4.22, 0.981));
    }

    @Test
    void isNotTakenForAFigureWhereRequestsFailed() {
        assertThatThrownBy(() -> Wrk.Outcome.of(PRINTED + "Non-2xx or 3xx responses: 12\n"))
                .isInstanceOf(BenchFailure.class);
        assertThatThrownBy(() -> Wrk.Outcome.of("unable to connect to 127.0.0.1:8081"))
                .isInstanceOf(BenchFailure.class);
    }
}
