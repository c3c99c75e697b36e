package dev.steward.feedback.source;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A key as its owner sends it, of the form `stw_<id>_<secret>`. The secret has 256 random bits, so
/// a plain SHA-256 of it is safe to store: a slow hash protects only what can be guessed.
public record SourceKeyToken(UUID id, String secret) {

    public static final String PREFIX = "stw_";

    private static final Pattern FORM = Pattern.compile("stw_([0-9a-f]{32})_([0-9a-f]{64})");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SourceKeyToken random() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new SourceKeyToken(
                UuidCreator.getTimeOrderedEpoch(), HexFormat.of().formatHex(secret));
    }

    /// @return empty when the text does not have the form of a key
    public static Optional<SourceKeyToken> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(
                        new SourceKeyToken(UuidCreator.fromString(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Shown once.
    String text() {
        return PREFIX + id.toString().replace("-", "") + "_" + secret;
    }

    /// Without the secret, because this ends up in logs.
    @Override
    public String toString() {
        return PREFIX + id.toString().replace("-", "") + "_…";
    }
}
