package dev.steward.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Instant now = NOON;
    private final VerifiedTokenCache tokens = new VerifiedTokenCache(() -> now);

    @Test
    void knowsWhoStandsBehindATokenThatWasVerified() {
        tokens.remember("one", identity(token(NOON.plusSeconds(3600))));

        assertThat(tokens.find("one"))
                .hasValueSatisfying(identity -> {
                    assertThat(identity.getPrincipal().getName()).isEqualTo("olivia");
                    assertThat(identity.getRoles()).containsExactly("admin");
                });
        assertThat(tokens.find("another")).isEmpty();
    }

    @Test
    void knowsNobodyPastTheTokensEnd() {
        tokens.remember("one", identity(token(NOON.plusSeconds(5))));

        now = NOON.plus(Duration.ofMillis(4_999));
        assertThat(tokens.find("one")).isPresent();
        now = NOON.plusSeconds(5);
        assertThat(tokens.find("one")).isEmpty();
    }

    @Test
    void keepsNothingOfTheRequestThatBroughtTheToken() {
        tokens.remember("one", identity(token(NOON.plusSeconds(3600))));

        assertThat(tokens.find("one"))
                .hasValueSatisfying(identity -> assertThat(identity.getAttributes()).isEmpty());
    }

    @Test
    void remembersOnlyWhatSaysWhenItEnds() {
        tokens.remember("endless", identity(token(null)));
        tokens.remember("no token", identity(new QuarkusPrincipal("olivia")));

        assertThat(tokens.find("endless")).isEmpty();
        assertThat(tokens.find("no token")).isEmpty();
    }

    private static SecurityIdentity identity(Principal principal) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRole("admin")
                .addAttribute("request", "anything")
                .build();
    }

    private static Principal token(@Nullable Instant end) {
        var claims = new JwtClaims();
        claims.setSubject("olivia");
        if (end != null) {
            claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        }
        return new OidcJwtCallerPrincipal(claims, new AccessTokenCredential("a.b.c"), "sub");
    }
}
