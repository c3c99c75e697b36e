package dev.steward.platform.testing;

import dev.steward.local.oidc.TokenMint;
import dev.steward.local.stack.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tokens of the build's issuer, for people who exist only in a test.
public final class Tokens {

    private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();
    private static final Map<String, String> SIGNED_FOR_ADMINS = new ConcurrentHashMap<>();

    private Tokens() {}

    private static final class Mint {
        static final TokenMint MINT = TestStack.shared().mint();
    }

    /// The token of `subject`, whose name is the subject with a capital letter. Signed once for
    /// each, as a client keeps its token: a signature costs more than most requests.
    public static String of(String subject) {
        return SIGNED.computeIfAbsent(
                subject, somebody -> Mint.MINT.token(somebody, claims(somebody)));
    }

    public static String ofAdmin(String subject) {
        return SIGNED_FOR_ADMINS.computeIfAbsent(subject, Tokens::signedForAdmin);
    }

    private static String signedForAdmin(String subject) {
        var claims = new java.util.HashMap<>(claims(subject));
        claims.put("groups", List.of("admin"));
        return Mint.MINT.token(subject, claims);
    }

    public static String expired(String subject) {
        return Mint.MINT.token(subject, claims(subject), Duration.ofMinutes(-5));
    }

    /// Right issuer and key id, another key.
    public static String forged(String subject) {
        return Mint.MINT.withForgedKey().token(subject, claims(subject));
    }

    /// Signed with the right key in the name of another issuer.
    public static String ofAnotherIssuer(String subject) {
        return Mint.MINT.withIssuer("https://issuer.example.org").token(subject, claims(subject));
    }

    public static String forAnotherAudience(String subject) {
        return Mint.MINT.token(subject, Map.of("name", subject, "aud", "somebody-else"));
    }

    private static Map<String, Object> claims(String subject) {
        var name = Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
        return Map.of(
                "name",
                name,
                "preferred_username",
                subject,
                "email",
                subject + "@example.org",
                "locale",
                "en",
                "zoneinfo",
                "Europe/Berlin",
                "groups",
                List.of());
    }
}
