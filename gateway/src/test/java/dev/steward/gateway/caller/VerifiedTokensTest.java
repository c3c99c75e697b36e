package dev.steward.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Instant now = NOON;
    private final List<String> checked = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(this::check, () -> now);

    @Test
    void checksATokenOnce() {
        assertThat(verify("olivia")).isEqualTo("olivia");
        assertThat(verify("olivia")).isEqualTo("olivia");
        assertThat(verify("mary")).isEqualTo("mary");

        assertThat(checked).containsExactly("olivia", "mary");
    }

    @Test
    void checksAgainAtItsEnd() {
        verify("olivia");
        now = NOON.plusSeconds(5);

        verify("olivia");

        assertThat(checked).containsExactly("olivia", "olivia");
    }

    @Test
    void remembersNoFailure() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> verify("forged"))
                    .isInstanceOf(AuthenticationFailedException.class);
        }

        assertThat(checked).containsExactly("forged", "forged");
    }

    private String verify(String token) {
        return tokens.verify(token).await().indefinitely().subject();
    }

    private Uni<SecurityIdentity> check(AccessTokenCredential token) {
        checked.add(token.getToken());
        if (token.getToken().equals("forged")) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var claims = new JwtClaims();
        claims.setSubject(token.getToken());
        claims.setExpirationTime(NumericDate.fromSeconds(NOON.plusSeconds(5).getEpochSecond()));
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(new OidcJwtCallerPrincipal(claims, token, "sub"))
                                .build());
    }
}
