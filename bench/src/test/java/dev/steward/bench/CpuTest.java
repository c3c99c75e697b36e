package dev.steward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTest {

    @Test
    void isReadBehindANameThatMayHoldAnything() {
        var stat =
                "42 (my (odd) name) S 1 42 42 0 -1 4194304 900 0 0 0 300 20 4 1 20 0 31 0 12345 1 2";

        assertThat(Cpu.ticks(stat)).isEqualTo(325);
    }
}
