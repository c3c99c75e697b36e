package dev.steward.local.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.steward.local.Port;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcIssuerTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CALLBACK = "http://localhost:3000/callback";

    @TempDir static Path folder;
    private static OidcIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = OidcIssuer.start(folder, Port.free("the OIDC issuer"));
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void givesTheCommandLineATokenForAPerson() throws Exception {
        var token = accessToken(passwordGrant("olivia"));

        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(issuer.url());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("olivia");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("steward");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("name", "Olivia Owner")
                .containsEntry("preferred_username", "olivia")
                .containsEntry("email", "olivia@example.org")
                .containsEntry("groups", List.of());
        assertThat(lifetime(token)).isEqualTo(Duration.ofHours(8));
        assertThat(signedByTheIssuer(token)).isTrue();
    }

    @Test
    void marksTheAdministrator() throws Exception {
        var token = accessToken(passwordGrant("ada"));

        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("admin");
    }

    @Test
    void refusesAStranger() throws Exception {
        var answer = passwordGrant("mallory");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant").contains("olivia (owner)");
    }

    @Test
    void letsABrowserLogInWithCodeAndPkce() throws Exception {
        var verifier = new CodeVerifier();
        var authorize = authorizationUrl(verifier);
        var page = HTTP.send(get(authorize), text());
        assertThat(page.body()).contains("Who are you?").contains("Stella Stakeholder");

        var redirect = HTTP.send(post(authorize, clickOn("stella", page.body())), text());
        var location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(CALLBACK).contains("state=s1");

        var token = accessToken(redeem(code(location), verifier));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("stella");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("steward");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("name", "Stella Stakeholder")
                .containsEntry("groups", List.of());
        assertThat(signedByTheIssuer(token)).isTrue();
    }

    @Test
    void refusesACodeWithAnotherVerifier() throws Exception {
        var authorize = authorizationUrl(new CodeVerifier());
        var page = HTTP.send(get(authorize), text());
        var redirect = HTTP.send(post(authorize, clickOn("otto", page.body())), text());
        var location = URI.create(redirect.headers().firstValue("Location").orElseThrow());

        assertThat(redeem(code(location), new CodeVerifier()).statusCode()).isEqualTo(400);
    }

    @Test
    void isTheSameIssuerUnderEveryNameOfTheMachine() throws Exception {
        var other = issuer.url().replace("127.0.0.1", "localhost");

        var configuration =
                HTTP.send(get(other + "/.well-known/openid-configuration"), text()).body();

        assertThat(JSONObjectUtils.parse(configuration)).containsEntry("issuer", issuer.url());
    }

    @Test
    void tokensMadeWithoutALoginAreAsGoodAsTheOthers() throws Exception {
        var token = SignedJWT.parse(issuer.mint().token(Person.DANA));
        var expired =
                SignedJWT.parse(issuer.mint().token("dana", Map.of(), Duration.ofMinutes(-1)));
        var forged = SignedJWT.parse(issuer.mint().withForgedKey().token(Person.DANA));

        assertThat(signedByTheIssuer(token)).isTrue();
        assertThat(expired.getJWTClaimsSet().getExpirationTime()).isInThePast();
        assertThat(signedByTheIssuer(forged)).isFalse();
        assertThat(forged.getHeader().getKeyID()).isEqualTo(token.getHeader().getKeyID());
    }

    private static HttpResponse<String> passwordGrant(String username) throws Exception {
        return HTTP.send(
                post(
                        issuer.url() + "/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "steward-cli",
                                "username", username,
                                "password", "any",
                                "scope", "openid")),
                text());
    }

    private static HttpResponse<String> redeem(String code, CodeVerifier verifier)
            throws Exception {
        return HTTP.send(
                post(
                        issuer.url() + "/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "steward-web",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "code_verifier",
                                verifier.getValue())),
                text());
    }

    private static String authorizationUrl(CodeVerifier verifier) {
        var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
        return issuer.url()
                + "/authorize?"
                + form(
                        Map.of(
                                "response_type", "code",
                                "client_id", "steward-web",
                                "redirect_uri", CALLBACK,
                                "scope", "openid",
                                "state", "s1",
                                "code_challenge", challenge,
                                "code_challenge_method", "S256"));
    }

    /// Sends what the browser would send for the button of that person.
    private static Map<String, String> clickOn(String person, String page) {
        var form =
                Pattern.compile(
                                "name=\"claims\" value=\"([^\"]*)\">\\s*<button name=\"username\""
                                        + " value=\""
                                        + person
                                        + "\"")
                        .matcher(page);
        assertThat(form.find()).isTrue();
        return Map.of(
                "username",
                person,
                "claims",
                form.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
    }

    private static String code(URI location) {
        var code = Pattern.compile("[?&]code=([^&]+)").matcher(location.toString());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static SignedJWT accessToken(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SignedJWT.parse(
                JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token"));
    }

    private static Duration lifetime(SignedJWT token) throws ParseException {
        return Duration.between(
                token.getJWTClaimsSet().getIssueTime().toInstant(),
                token.getJWTClaimsSet().getExpirationTime().toInstant());
    }

    private static boolean signedByTheIssuer(SignedJWT token)
            throws IOException, InterruptedException, ParseException, JOSEException {
        var keys = JWKSet.parse(HTTP.send(get(issuer.url() + "/jwks"), text()).body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        return token.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    private static HttpRequest get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }

    private static HttpRequest post(String url, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                .build();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }
}
