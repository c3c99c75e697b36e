package dev.steward.feedback.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKeyTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final String ZEROS = "0".repeat(32);

    private final SourceKeySecret secret = SourceKeySecret.random();

    @Test
    void isUnusedAtFirst() {
        var source = UUID.randomUUID();
        var key = new SourceKey(source, secret, NOW);
        assertThat(key.id()).isEqualTo(secret.id());
        assertThat(key.sourceId()).isEqualTo(source);
        assertThat(key.createdAt()).isEqualTo(NOW);
        assertThat(key.lastUsedAt()).isNull();
    }

    @Test
    void keepsAHashOfItsSecretOnly() {
        var key = new SourceKey(UUID.randomUUID(), secret, NOW);
        assertThat(key).extracting("secretHash").isEqualTo(secret.hash());
        assertThat(new String(secret.hash(), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret.secret());
    }

    @Test
    void isReadBackFromItsText() {
        assertThat(SourceKeySecret.parse(secret.text())).contains(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stw_", "stw_0000_unknown", "eyJhbGciOiJSUzI1NiJ9.e30.x"})
    void otherTextIsNone(String text) {
        assertThat(SourceKeySecret.parse(text)).isEmpty();
    }

    @Test
    void allOfItHasToBeThere() {
        var text = secret.text();
        assertThat(SourceKeySecret.parse("stw_" + ZEROS + "_" + ZEROS)).isEmpty();
        assertThat(SourceKeySecret.parse(text.substring(1))).isEmpty();
        assertThat(SourceKeySecret.parse(text + "0")).isEmpty();
        assertThat(SourceKeySecret.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void logsShowWhichKeyItIsAndNotItsSecret() {
        assertThat(secret.toString())
                .startsWith("stw_" + secret.id().toString().replace("-", ""))
                .doesNotContain(secret.secret());
    }
}
