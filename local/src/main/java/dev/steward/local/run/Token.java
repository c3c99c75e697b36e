package dev.steward.local.run;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.steward.local.LocalFailure;
import dev.steward.local.Port;
import dev.steward.local.Ports;
import dev.steward.local.oidc.OidcIssuer;
import dev.steward.local.oidc.Person;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;

/// `./steward token PERSON`: logs in at the running issuer, as any client would.
final class Token {

    private Token() {}

    static String of(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new LocalFailure("Whose token? One of " + Person.everybody() + ".");
        }
        var person =
                Person.named(arguments.getFirst())
                        .orElseThrow(() ->
                                new LocalFailure(
                                        "There is no "
                                                + arguments.getFirst()
                                                + ", but "
                                                + Person.everybody()
                                                + "."));
        return logIn(Ports.fromEnvironment().issuer(), person);
    }

    static String logIn(Port issuer, Person person) {
        var form =
                "grant_type=password&client_id=steward-cli&scope=openid&password=local&username="
                        + URLEncoder.encode(person.subject(), StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(OidcIssuer.url(issuer) + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
        } catch (IOException e) {
            throw new LocalFailure(
                    "The issuer does not answer at "
                            + issuer.address()
                            + ". Is ./steward up running?",
                    e);
        } catch (ParseException e) {
            throw new LocalFailure(issuer.address() + " is not Steward's issuer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
