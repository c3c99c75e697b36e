package dev.steward.system.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import dev.steward.system.rights.MatrixRow;
import dev.steward.system.rights.Targets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes requests of one operation that are valid but for one thing: a field, a parameter, a
/// header, the path, the cursor, or how the body is written.
final class Fuzzer {

    private static final List<Person> ROLES =
            List.of(Person.OLIVIA, Person.MAX, Person.SAM, Person.DANA, Person.STELLA);
    private static final int LONGEST = 300;
    private static final List<String> HEADERS =
            List.of(
                    "Authorization",
                    "If-Match",
                    "If-None-Match",
                    "Idempotency-Key",
                    "X-Request-Id",
                    "Steward-After",
                    "Content-Type",
                    "Accept",
                    "Content-Encoding",
                    "traceparent",
                    "Accept-Language",
                    "Range",
                    "If-Modified-Since");
    private static final List<String> ODD_HEADERS =
            List.of(
                    "",
                    "...",
                    "Bearer ...",
                    "Bearer .",
                    "Bearer",
                    "Bearer a.b.c",
                    "bearer e30.e30.e30",
                    "Bearer eyJhIjoxfQ.eyJhIjoxfQ.x",
                    "Basic b2xpdmlhOngK",
                    "Bearer stw_",
                    "Bearer stw_a_b",
                    "Bearer stw_%00_x",
                    "\"",
                    "\"7",
                    "W/\"7\"",
                    "\"7\", \"8\"",
                    "*",
                    "**",
                    "\"99999999999999999999\"",
                    "application/json",
                    "application/json; charset=utf-16",
                    "text/plain",
                    "text/csv",
                    "/",
                    "a/b/c",
                    "application/merge-patch+json; x=\"",
                    "*/*;q=x",
                    "gzip",
                    "item:x@1",
                    "item:1@99999999999999999999",
                    "item:00000000-0000-0000-0000-000000000000@1",
                    "é",
                    "a,b,c",
                    "%00",
                    "bytes=0-1",
                    "{}");

    private final Document document;
    private final MatrixRow row;
    private final Targets targets;
    private final Random random;
    private final OddValues odd;
    private final OddBody bodies;
    private final JsonNode operation;
    private final List<String> parameters;
    private final @Nullable String cursor;
    private String path = "";
    private @Nullable String valid;

    /// @param cursor of the list that this is, where it has more than a page
    Fuzzer(
            Document document,
            MatrixRow row,
            Targets targets,
            Random random,
            @Nullable String cursor) {
        this.document = document;
        this.row = row;
        this.targets = targets;
        this.random = random;
        this.odd = new OddValues(random);
        this.bodies = new OddBody(document, odd, random);
        this.operation = document.operation(row.method(), row.path());
        this.parameters =
                document.parameters(operation, "query").stream()
                        .map(parameter -> parameter.path("name").asText())
                        .toList();
        this.cursor = cursor;
        renew();
    }

    /// Other records, where the ones so far may have been changed.
    void renew() {
        path = targets.own(row.path());
        valid = row.body() == null ? null : targets.body(row.body(), false);
    }

    Attempt next() {
        int kind = random.nextInt(100);
        if (valid != null && kind < 65) {
            return oddBody(kind);
        }
        if (!parameters.isEmpty() && kind < 80) {
            return oddQuery();
        }
        return kind < 90 || !row.hasTarget() ? oddHeader() : oddPath();
    }

    private Attempt oddBody(int kind) {
        if (valid == null || !valid.startsWith("{")) {
            return attempt("", Map.of(), bodies.csv(), "csv");
        }
        return kind < 55
                ? attempt(
                        "", Map.of(), bodies.field(valid, document.bodySchema(operation)), "field")
                : attempt("", Map.of(), bodies.syntax(valid), "syntax");
    }

    private Attempt oddQuery() {
        var name = random.nextInt(15) == 0 ? "odd" : odd.any(parameters);
        var value =
                switch (random.nextInt(8)) {
                    case 0 -> "%ff";
                    case 1 -> "%ed%a0%80";
                    case 2 -> "a&" + name + "=b";
                    default -> encoded(name.equals("cursor") ? forgedCursor() : odd.text());
                };
        return attempt("?" + name + "=" + value, Map.of(), validBody(), "query");
    }

    /// One part of a real one, or something like one, replaced.
    private String forgedCursor() {
        var real = cursor == null ? "" : cursor;
        var text = new String(Base64.getUrlDecoder().decode(real), StandardCharsets.UTF_8);
        var parts = text.split("\u001f", -1);
        parts[random.nextInt(parts.length)] = odd.text();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
    }

    private Attempt oddHeader() {
        var header = odd.any(HEADERS);
        var value = odd.any(ODD_HEADERS);
        // Each service checks credentials by itself; the gateway's own check has tests of its own.
        return header.equals("Authorization")
                ? new Attempt(
                        row.method(),
                        url(document.service(row.method(), row.path())) + path,
                        headers(Map.of(header, value)),
                        validBody(),
                        "credentials " + value)
                : attempt("", Map.of(header, value), validBody(), "header");
    }

    private Attempt oddPath() {
        var segments = new ArrayList<>(List.of(path.split("/")));
        var template = row.path().split("/");
        var variable =
                IntStream.range(0, template.length)
                        .filter(i -> template[i].startsWith("{"))
                        .boxed()
                        .toList();
        // Without the value it would be the path of another operation.
        var value = odd.text();
        segments.set(odd.any(variable), encoded(value.isEmpty() ? " " : value));
        return new Attempt(
                row.method(),
                base() + String.join("/", segments),
                headers(Map.of()),
                validBody(),
                "path");
    }

    private Attempt attempt(
            String query, Map<String, String> headers, byte @Nullable [] body, String flaw) {
        return new Attempt(
                row.method(),
                base() + path + query,
                headers(headers),
                body,
                headers.isEmpty() ? flaw : flaw + " " + headers);
    }

    private byte @Nullable [] validBody() {
        return valid == null ? null : valid.getBytes(StandardCharsets.UTF_8);
    }

    /// The services refuse by themselves what the gateway would.
    private String base() {
        return url(random.nextInt(3) > 0 ? "gateway" : document.service(row.method(), row.path()));
    }

    private static String url(String service) {
        var system = RunningSystem.get();
        return (switch (service) {
                    case "backlog" -> system.backlog();
                    case "sprint" -> system.sprint();
                    case "feedback" -> system.feedback();
                    default -> system.gateway();
                })
                .url()
                .toString();
    }

    private Map<String, String> headers(Map<String, String> changed) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + Api.token(somebody()));
        if (valid != null) {
            headers.put("Content-Type", valid.startsWith("{") ? "application/json" : "text/csv");
        }
        if (List.of("PATCH", "PUT", "DELETE").contains(row.method())) {
            headers.put("If-Match", "*");
        }
        headers.putAll(changed);
        return headers;
    }

    /// Who may.
    private Person somebody() {
        var able =
                IntStream.range(0, ROLES.size())
                        .filter(i -> "+c".indexOf(row.cells().get(i)) >= 0)
                        .mapToObj(ROLES::get)
                        .toList();
        return able.isEmpty() ? Person.OLIVIA : odd.any(able);
    }

    /// Not longer than a URI may be: that limit has tests of its own.
    private static String encoded(String odd) {
        var text = odd.length() > LONGEST ? odd.substring(0, LONGEST) : odd;
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
