package dev.steward.system.rights;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.MAX;
import static dev.steward.local.oidc.Person.OLIVIA;
import static dev.steward.local.oidc.Person.OTTO;
import static dev.steward.local.oidc.Person.SAM;
import static dev.steward.local.oidc.Person.STELLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every documented operation x every role, nobody, an outsider, a source key and broken tokens x
/// the own product, another one, deleted records and random ids. The operations come from the
/// document: one without a row in authorization-matrix.txt fails the build.
class AuthorizationMatrixTest {

    private static final List<Person> ROLES = List.of(OLIVIA, MAX, SAM, DANA, STELLA);
    private static final Set<String> OPEN = Set.of("GET /api/v1/meta");

    /// How many rows are asked at once.
    private static final int AT_ONCE = 4;

    /// A row is asked in products that no other row is asked in meanwhile: what one changes is in
    /// no other's way.
    private static final class Shared {
        static final BlockingQueue<Targets> TARGETS =
                Stream.generate(Targets::new)
                        .limit(AT_ONCE)
                        .collect(Collectors.toCollection(LinkedBlockingQueue::new));
        static final ExecutorService ASKING = Executors.newCachedThreadPool();
    }

    @Test
    void everyDocumentedOperationHasARow() {
        var rows =
                MatrixRow.all().stream()
                        .map(MatrixRow::operation)
                        .collect(Collectors.toCollection(TreeSet::new));
        var documented = documented();
        documented.removeAll(OPEN);
        assertThat(rows).isEqualTo(documented);
    }

    private static Set<String> documented() {
        Map<String, Map<String, Object>> paths =
                Api.anonymous()
                        .basePath("")
                        .get("/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("paths");
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, methods) ->
                methods.keySet().stream()
                        .filter(method ->
                                Set.of("get", "put", "post", "patch", "delete").contains(method))
                        .forEach(method ->
                                operations.add(
                                        method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    @TestFactory
    Stream<DynamicTest> aRoleGetsWhatTheTableSays() {
        return ofEach(
                MatrixRow.all().stream(),
                (row, targets, wrong) -> {
                    var tries = new Tries(row, targets, false);
                    for (int i = 0; i < ROLES.size(); i++) {
                        var role = ROLES.get(i);
                        var cell = row.cells().get(i);
                        check(wrong, role.role(), cell, tries.by(Api.as(role)));
                    }
                    check(wrong, "outsider", row.outsider(), tries.by(Api.as(OTTO)));
                    var key = Api.withToken(targets.sourceKey());
                    check(wrong, "source key", row.key(), tries.by(key));
                });
    }

    @TestFactory
    Stream<DynamicTest> nobodyAndBrokenTokensAreRefused() {
        var broken = brokenTokens();
        return ofEach(
                MatrixRow.all().stream(),
                (row, targets, wrong) -> {
                    var tries = new Tries(row, targets, false);
                    check(wrong, "nobody", 'u', tries.by(Api.anonymous()));
                    broken.forEach((flaw, token) ->
                            check(wrong, flaw, 'u', tries.by(Api.withToken(token))));
                });
    }

    private static Map<String, String> brokenTokens() {
        var mint = RunningSystem.get().issuer().mint();
        return Map.of(
                "expired",
                mint.token("olivia", Map.of(), Duration.ofMinutes(-10)),
                "forged",
                mint.withForgedKey().token("olivia", Map.of()),
                "other issuer",
                mint.withIssuer("https://issuer.example.org").token("olivia", Map.of()),
                "other audience",
                mint.token("olivia", Map.of("aud", "other")),
                "unsigned",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJvbGl2aWEiLCJhdWQiOiJzdGV3YXJkIn0.",
                "unknown key",
                "stw_0000_unknown");
    }

    @TestFactory
    Stream<DynamicTest> whatIsOthersDoesNotExist() {
        return ofEach(
                MatrixRow.all().stream().filter(MatrixRow::hasTarget),
                (row, targets, wrong) -> {
                    var tries = new Tries(row, targets, true);
                    for (var role : ROLES) {
                        check(wrong, role.role(), 'n', tries.by(Api.as(role)));
                    }
                    if ("+n".indexOf(row.key()) >= 0) {
                        var key = Api.withToken(targets.sourceKey());
                        check(wrong, "source key", 'n', tries.by(key));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> whatNeverWasOrIsDeletedDoesNotExist() {
        return ofEach(
                MatrixRow.all().stream()
                        .filter(MatrixRow::hasTarget)
                        .filter(row ->
                                !row.operation().startsWith("PUT /api/v1/products/{p}/members/")),
                (row, targets, wrong) -> {
                    var body = body(row, targets, false);
                    var random = targets.random(row.path());
                    check(wrong, "random id", 'n', send(row, Api.as(OLIVIA), random, body));
                    var deleted = targets.deleted(row.path());
                    if (deleted != null) {
                        check(wrong, "deleted", 'n', send(row, Api.as(OLIVIA), deleted, body));
                    }
                });
    }

    private interface Question {

        void ask(MatrixRow row, Targets targets, List<String> wrong);
    }

    /// One test for each row, which says what came of it; several rows are asked at once.
    private static Stream<DynamicTest> ofEach(Stream<MatrixRow> rows, Question question) {
        Map<String, Future<List<String>>> answers = new LinkedHashMap<>();
        rows.forEach(row ->
                answers.put(row.operation(), Shared.ASKING.submit(() -> ask(row, question))));
        return answers.entrySet().stream()
                .map(row ->
                        dynamicTest(
                                row.getKey(), () -> assertThat(row.getValue().get()).isEmpty()));
    }

    private static List<String> ask(MatrixRow row, Question question) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        var targets = Shared.TARGETS.take();
        try {
            question.ask(row, targets, wrong);
        } finally {
            Shared.TARGETS.add(targets);
        }
        return wrong;
    }

    /// One operation on the same records until somebody's try went through and may have changed
    /// them; the next one gets fresh ones.
    private static final class Tries {
        private final MatrixRow row;
        private final Targets targets;
        private final boolean ofOthers;
        private @Nullable String path;
        private @Nullable String body;

        Tries(MatrixRow row, Targets targets, boolean ofOthers) {
            this.row = row;
            this.targets = targets;
            this.ofOthers = ofOthers;
        }

        Response by(RequestSpecification caller) {
            var target = path != null ? path : path();
            var answer = send(row, caller, target, body);
            path = row.method().equals("GET") || answer.statusCode() >= 400 ? target : null;
            return answer;
        }

        private String path() {
            body = body(row, targets, ofOthers);
            return ofOthers ? targets.ofOthers(row.path()) : targets.own(row.path());
        }
    }

    private static @Nullable String body(MatrixRow row, Targets targets, boolean ofOthers) {
        return row.body() == null ? null : targets.body(row.body(), ofOthers);
    }

    private static Response send(
            MatrixRow row, RequestSpecification request, String path, @Nullable String body) {
        if (body != null) {
            request.contentType(contentType(row, body)).body(body);
        }
        if (Set.of("PATCH", "PUT", "DELETE").contains(row.method())) {
            request.header("If-Match", "*");
        }
        return request.request(row.method(), Targets.withoutBase(path));
    }

    private static String contentType(MatrixRow row, String body) {
        if (!body.startsWith("{")) {
            return "text/csv; charset=UTF-8";
        }
        return row.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private static void check(List<String> wrong, String caller, char cell, Response answer) {
        var status = answer.statusCode();
        var fits =
                switch (cell) {
                    case '+' -> status >= 200 && status < 300;
                    case 'x' -> status == 403 && "missing-right".equals(answer.path("code"));
                    case 'p' ->
                            status == 403 && "proposals-not-available".equals(answer.path("code"));
                    case 's' -> status == 403 && "missing-scope".equals(answer.path("code"));
                    case 'c' -> status == 409;
                    case 'n' -> status == 404;
                    case 'u' -> status == 401;
                    default -> throw new IllegalArgumentException("no such cell: " + cell);
                };
        if (!fits) {
            wrong.add(caller + ": " + cell + " was " + status + " " + answer.asString());
        }
    }
}
