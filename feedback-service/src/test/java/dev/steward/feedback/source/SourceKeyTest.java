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

    private final SourceKeyToken token = SourceKeyToken.random();

    @Test
    void isUnusedAtFirst() {
        var source = UUID.randomUUID();
        var key = new SourceKey(source, token, NOW);
        assertThat(key.id()).isEqualTo(token.id());
        assertThat(key.sourceId()).isEqualTo(source);
        assertThat(key.createdAt()).isEqualTo(NOW);
        assertThat(key.lastUsedAt()).isNull();
    }

    @Test
    void keepsAHashOfItsSecretOnly() {
        var key = new SourceKey(UUID.randomUUID(), token, NOW);
        assertThat(key).extracting("secretHash").isEqualTo(token.hash());
        assertThat(new String(token.hash(), StandardCharsets.ISO_8859_1))
                .doesNotContain(token.secret());
    }

    @Test
    void isReadBackFromItsText() {
        assertThat(SourceKeyToken.parse(token.text())).contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stw_", "stw_0000_unknown", "eyJhbGciOiJSUzI1NiJ9.e30.x"})
    void otherTextIsNone(String text) {
        assertThat(SourceKeyToken.parse(text)).isEmpty();
    }

    @Test
    void allOfItHasToBeThere() {
        var text = token.text();
        assertThat(SourceKeyToken.parse("stw_" + ZEROS + "_" + ZEROS)).isEmpty();
        assertThat(SourceKeyToken.parse(text.substring(1))).isEmpty();
        assertThat(SourceKeyToken.parse(text + "0")).isEmpty();
        assertThat(SourceKeyToken.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void logsShowWhichKeyItIsAndNotItsSecret() {
        assertThat(token.toString())
                .startsWith("stw_" + token.id().toString().replace("-", ""))
                .doesNotContain(token.secret());
    }
}
