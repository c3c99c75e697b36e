package dev.steward.system;

import static dev.steward.local.Person.DANA;
import static dev.steward.local.Person.MAX;
import static dev.steward.local.Person.OLIVIA;
import static dev.steward.local.Person.OTTO;
import static dev.steward.local.Person.SAM;
import static dev.steward.local.Person.STELLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.steward.local.Person;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every documented operation x every role, nobody, an outsider, a source key and broken tokens x
/// the own product, another one, deleted records and random ids. The operations come from the
/// document: one without a row in authorization-matrix.txt fails the build.
class AuthorizationMatrixTest {

    private static final List<Person> ROLES = List.of(OLIVIA, MAX, SAM, DANA, STELLA);
    private static final Set<String> OPEN = Set.of("GET /api/v1/meta");

    private static final class Shared {
        static final Targets TARGETS = new Targets();
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
        return MatrixRow.all().stream()
                .map(row ->
                        dynamicTest(
                                row.operation(),
                                () -> {
                                    List<String> wrong = new ArrayList<>();
                                    for (int i = 0; i < ROLES.size(); i++) {
                                        var answer =
                                                send(
                                                        row,
                                                        Api.as(ROLES.get(i)),
                                                        Shared.TARGETS.own(row.path()),
                                                        false);
                                        check(
                                                wrong,
                                                ROLES.get(i).role(),
                                                row.cells().get(i),
                                                answer);
                                    }
                                    check(
                                            wrong,
                                            "outsider",
                                            row.outsider(),
                                            send(
                                                    row,
                                                    Api.as(OTTO),
                                                    Shared.TARGETS.own(row.path()),
                                                    false));
                                    check(
                                            wrong,
                                            "source key",
                                            row.key(),
                                            send(
                                                    row,
                                                    Api.withToken(Shared.TARGETS.sourceKey()),
                                                    Shared.TARGETS.own(row.path()),
                                                    false));
                                    assertThat(wrong).isEmpty();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyAndBrokenTokensAreRefused() {
        var mint = RunningSystem.get().issuer().mint();
        Map<String, RequestSpecification> callers = new java.util.LinkedHashMap<>();
        return MatrixRow.all().stream()
                .map(row ->
                        dynamicTest(
                                row.operation(),
                                () -> {
                                    callers.put("nobody", Api.anonymous());
                                    callers.put(
                                            "expired",
                                            Api.withToken(
                                                    mint.token(
                                                            "olivia",
                                                            Map.of(),
                                                            Duration.ofMinutes(-10))));
                                    callers.put(
                                            "forged",
                                            Api.withToken(mint.forger().token("olivia", Map.of())));
                                    callers.put(
                                            "other issuer",
                                            Api.withToken(
                                                    mint.impostor("https://issuer.example.org")
                                                            .token("olivia", Map.of())));
                                    callers.put(
                                            "other audience",
                                            Api.withToken(
                                                    mint.token("olivia", Map.of("aud", "other"))));
                                    callers.put(
                                            "unsigned",
                                            Api.withToken(
                                                    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJvbGl2aWEiLCJhdWQiOiJzdGV3YXJkIn0."));
                                    callers.put("unknown key", Api.withToken("stw_0000_unknown"));
                                    var path = Shared.TARGETS.own(row.path());
                                    List<String> wrong = new ArrayList<>();
                                    callers.forEach((caller, request) ->
                                            check(
                                                    wrong,
                                                    caller,
                                                    'u',
                                                    send(row, request, path, false)));
                                    assertThat(wrong).isEmpty();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOthersDoesNotExist() {
        return MatrixRow.all().stream()
                .filter(MatrixRow::hasTarget)
                .map(row ->
                        dynamicTest(
                                row.operation(),
                                () -> {
                                    List<String> wrong = new ArrayList<>();
                                    var path = Shared.TARGETS.ofOthers(row.path());
                                    for (var person : ROLES) {
                                        check(
                                                wrong,
                                                person.role(),
                                                'n',
                                                send(row, Api.as(person), path, true));
                                    }
                                    if (row.key() != 'u') {
                                        check(
                                                wrong,
                                                "source key",
                                                'n',
                                                send(
                                                        row,
                                                        Api.withToken(Shared.TARGETS.sourceKey()),
                                                        path,
                                                        true));
                                    }
                                    assertThat(wrong).isEmpty();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> whatNeverWasOrIsDeletedDoesNotExist() {
        return MatrixRow.all().stream()
                .filter(MatrixRow::hasTarget)
                .filter(row -> !row.operation().startsWith("PUT /api/v1/products/{p}/members/"))
                .map(row ->
                        dynamicTest(
                                row.operation(),
                                () -> {
                                    List<String> wrong = new ArrayList<>();
                                    check(
                                            wrong,
                                            "random id",
                                            'n',
                                            send(
                                                    row,
                                                    Api.as(OLIVIA),
                                                    Shared.TARGETS.random(row.path()),
                                                    false));
                                    var deleted = Shared.TARGETS.deleted(row.path());
                                    if (deleted != null) {
                                        check(
                                                wrong,
                                                "deleted",
                                                'n',
                                                send(row, Api.as(OLIVIA), deleted, false));
                                    }
                                    assertThat(wrong).isEmpty();
                                }));
    }

    private static Response send(
            MatrixRow row, RequestSpecification request, String path, boolean ofOthers) {
        if (row.body() != null) {
            request.contentType(contentType(row, row.body()))
                    .body(Shared.TARGETS.body(row.body(), ofOthers));
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
