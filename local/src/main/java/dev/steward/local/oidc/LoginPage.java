package dev.steward.local.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The page a browser sees when it logs in locally: one button per person. Each form carries what
/// the token will say about the person.
final class LoginPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Who are you? - Steward, local</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
            button { font: inherit; width: 100%; text-align: left; padding: .6rem .9rem; margin: .2rem 0;
                     border: 1px solid #888; border-radius: .4rem; background: none; color: inherit; cursor: pointer }
            button:hover, button:focus { background: #1d4ed8; color: #fff }
            small { float: right; opacity: .8 }
            :root { color-scheme: light dark }
            </style>
            </head>
            <body>
            <h1>Who are you?</h1>
            <p>This is the local issuer: no passwords, and never for production.</p>
            {people}
            </body>
            </html>
            """;

    private LoginPage() {}

    static String html() {
        var people =
                Arrays.stream(Person.values())
                        .map(LoginPage::form)
                        .collect(Collectors.joining("\n"));
        return PAGE.replace("{people}", people);
    }

    /// Without an action the form goes back to the address with all of the authorization request.
    private static String form(Person person) {
        return """
        <form method="post">
        <input type="hidden" name="claims" value="%s">
        <button name="username" value="%s">%s <small>%s</small></button>
        </form>\
        """
                .formatted(
                        escape(JSONObjectUtils.toJSONString(person.claims())),
                        person.subject(),
                        escape(person.fullName()),
                        person.role());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
