package dev.steward.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityOverridesTest {

    @Test
    void namesAJarWithAnOlderVersion() {
        assertThat(
                        SecurityOverrides.violations(
                                Stream.of(
                                        "netty-common-4.1.100.Final.jar",
                                        "postgresql-42.7.13.jar")))
                .containsExactly("netty-common-4.1.100.Final.jar instead of 4.1.139.Final");
    }
}
