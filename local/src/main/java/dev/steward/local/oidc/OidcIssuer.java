package dev.steward.local.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.steward.local.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// A local OIDC provider that believes whoever says a name of [Person]: code with PKCE for browsers
/// (a page to click a person on), password grant for the command line. Never for production.
public final class OidcIssuer implements AutoCloseable {

    static final String ID = "steward";

    private final MockOAuth2Server server;
    private final Port port;
    private final RSAKey key;

    private OidcIssuer(MockOAuth2Server server, Port port, RSAKey key) {
        this.server = server;
        this.port = port;
        this.key = key;
    }

    /// The folder keeps the signing key.
    public static OidcIssuer start(Path folder, Port port) {
        port.requireFree();
        var key = SigningKey.kept(keyFile(folder));
        var provider = new OAuth2TokenProvider(keys(key));
        var server =
                new MockOAuth2Server(
                        new OAuth2Config(
                                true,
                                loginPage(folder).toString(),
                                null,
                                false,
                                provider,
                                Set.of(new SeededPeople()),
                                new LoopbackHttpServer()));
        server.start(Port.loopback(), port.number());
        return new OidcIssuer(server, port, key);
    }

    public Port port() {
        return port;
    }

    public String url() {
        return url(port);
    }

    /// Tokens of this issuer without a login.
    public TokenMint mint() {
        return new TokenMint(url(), key);
    }

    @Override
    public void close() {
        server.shutdown();
    }

    public static String url(Port port) {
        return "http://" + port.address() + "/" + ID;
    }

    public static Path keyFile(Path folder) {
        return folder.resolve("issuer-key.json");
    }

    /// The provider hands its keys out to whichever issuer asks first: that has to be ours.
    private static KeyProvider keys(RSAKey key) {
        var keys = new KeyProvider(List.<JWK>of(key));
        var ours = keys.signingKey(ID);
        if (!ours.getKeyID().equals(key.getKeyID())) {
            throw new IllegalStateException("The issuer signs with another key id.");
        }
        return keys;
    }

    private static Path loginPage(Path folder) {
        var page = folder.resolve("login.html").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Files.writeString(page, LoginPage.html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }
}
