package dev.steward.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "....",
                "a",
                "a.b",
                "a.b.c",
                "a..c",
                "e30.e30.e30",
                "W10.W10.x",
                "eyJhIjoxfQ.eyJhIjoxfQ.",
                "eyJhIjoxfQ..eyJhIjoxfQ",
                "eyJhIjoxfQ.eyJhIjoxfQ.x.y.z",
                "é.é.é",
                "!!!.???.###",
                "eyJhIjoxfQ==.eyJhIjoxfQ==.x"
            })
    void whatIsNoTokenByItsFormIsNotRead(String credential) {
        assertThat(JwtSyntax.isToken(credential)).isFalse();
    }

    @Test
    void aTokenIsOne() {
        assertThat(JwtSyntax.isToken(Tokens.of("olivia"))).isTrue();
        assertThat(JwtSyntax.isToken(Tokens.forged("olivia"))).isTrue();
    }
}
