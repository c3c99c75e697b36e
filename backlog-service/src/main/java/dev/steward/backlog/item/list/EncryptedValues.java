package dev.steward.backlog.item.list;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Encrypts values that clients keep for us and must not read (AES-GCM). All instances share one
/// secret, stored in the database.
@ApplicationScoped
class EncryptedValues {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey secret;

    EncryptedValues(Database database) {
        this.database = database;
    }

    String encrypt(String value) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, secret(), new GCMParameterSpec(TAG_BITS, nonce));
            var text = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, sealed, NONCE_BYTES, text.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /// @throws IllegalArgumentException when the text was not encrypted with our secret
    String open(String sealed) {
        var bytes = Base64.getUrlDecoder().decode(sealed);
        if (bytes.length <= NONCE_BYTES) {
            throw new IllegalArgumentException("too short");
        }
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    secret(),
                    new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
            return new String(
                    cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }

    private SecretKey secret() {
        var known = secret;
        if (known == null) {
            var stored =
                    database.query(
                            "select secret from cursor_secret",
                            query -> query.mapTo(byte[].class).one());
            known = new SecretKeySpec(stored, "AES");
            secret = known;
        }
        return known;
    }
}
