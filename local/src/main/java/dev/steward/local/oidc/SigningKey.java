package dev.steward.local.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.steward.local.LocalFailure;
import dev.steward.local.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/// The issuer's key. It is kept, so that a token outlives a restart of the stack.
public final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey kept(Path file) {
        if (!Files.exists(file)) {
            Secrets.writePrivately(file, generate().toJSONString());
        }
        return read(file);
    }

    public static RSAKey read(Path file) {
        try {
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new LocalFailure(file + " does not hold a key; delete it to get a new one.", e);
        }
    }

    public static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).keyID(OidcIssuer.ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make RSA keys.", e);
        }
    }
}
