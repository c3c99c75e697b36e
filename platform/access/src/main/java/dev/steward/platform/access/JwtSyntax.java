package dev.steward.platform.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// Whether a credential has the form of a signed JWT: three parts, the first two of them JSON
/// objects. The OIDC extension reads both before it checks the signature and fails with a server
/// error on others, `...` for example.
final class JwtSyntax {

    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");

    private JwtSyntax() {}

    static boolean isToken(String credential) {
        var parts = PARTS.matcher(credential);
        return parts.matches() && isObject(parts.group(1)) && isObject(parts.group(2));
    }

    private static boolean isObject(String part) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            return !new JsonObject(text).isEmpty();
        } catch (IllegalArgumentException | DecodeException e) {
            return false;
        }
    }
}
