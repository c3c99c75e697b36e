package dev.steward.system.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import dev.steward.system.rights.MatrixRow;
import dev.steward.system.rights.Targets;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every documented operation, asked with one thing wrong at a time: whatever it is, it is the
/// caller's fault and not ours, and the answer is one that the document knows.
///
/// `fuzz.cases` requests (2,000 unless given), made from `fuzz.seed`. A build makes the same ones
/// each time, so that what passed does not fail for another's luck; `./steward prove` makes new
/// ones.
class FuzzTest {

    private static final System.Logger LOG = System.getLogger(FuzzTest.class.getName());
    private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int AT_ONCE = 4;

    /// How many changed records of an operation are made anew.
    private static final int RENEWALS = 3;

    private static final int FAILURES_SHOWN = 40;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Document document = Document.published();
    private final Targets targets = new Targets();
    private final Map<String, Boolean> codes = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void whateverIsWrongIsToldAsDocumented() throws Exception {
        LOG.log(Level.INFO, "fuzz.seed={0,number,#}, fuzz.cases={1,number,#}", SEED, CASES);
        var processes = RunningSystem.get().processIds();
        var rows = MatrixRow.all();
        var each = Math.ceilDiv(CASES, rows.size());
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var random = new Random(SEED + i);
            work.add(() -> {
                fuzz(row, random, each);
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }

        LOG.log(Level.INFO, "answers by status: {0}", new java.util.TreeMap<>(statuses));
        assertThat(wrong.stream().limit(FAILURES_SHOWN))
                .as("answers of %d that are wrong, fuzz.seed=%d", wrong.size(), SEED)
                .isEmpty();
        assertThat(RunningSystem.get().processIds()).isEqualTo(processes);
        // Most requests got as far as the thing that was wrong with them.
        assertThat(statuses.keySet()).contains(200, 201, 400, 401, 404, 422);
    }

    private void fuzz(MatrixRow row, Random random, int cases) {
        var fuzzer = new Fuzzer(document, row, targets, random, cursor(row));
        int renewals = 0;
        for (int i = 0; i < cases; i++) {
            var attempt = fuzzer.next();
            var answer = send(attempt);
            if (answer == null) {
                wrong.add(attempt + " -> no answer");
                continue;
            }
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            fault(row, answer).ifPresent(fault -> wrong.add(attempt + " -> " + fault));
            if (answer.statusCode() < 300 && !row.method().equals("GET") && renewals++ < RENEWALS) {
                fuzzer.renew();
            }
        }
    }

    /// A real one, to be forged.
    private @Nullable String cursor(MatrixRow row) {
        var operation = document.operation(row.method(), row.path());
        var isList =
                document.parameters(operation, "query").stream()
                        .anyMatch(parameter -> parameter.path("name").asText().equals("cursor"));
        if (!isList) {
            return null;
        }
        var path = targets.own(row.path());
        targets.own(row.path());
        return Api.as(Person.OLIVIA)
                .get(path.replaceFirst("^/api/v1", "") + "?limit=1")
                .path("page.next");
    }

    private @Nullable HttpResponse<String> send(Attempt attempt) {
        try {
            return http.send(attempt.request(), BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private java.util.Optional<String> fault(MatrixRow row, HttpResponse<String> answer) {
        var status = answer.statusCode();
        var body = answer.body();
        var shown = status + " " + (body.length() > 600 ? body.substring(0, 600) : body);
        if (status >= 500) {
            return java.util.Optional.of(shown);
        }
        var misfits = status >= 400 ? misfitsOfProblem(answer) : misfits(row, answer);
        return misfits.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(shown + " " + misfits);
    }

    private List<String> misfitsOfProblem(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return List.of("no problem: " + type);
        }
        var misfits = document.misfits("/components/schemas/Problem", answer.body());
        if (!misfits.isEmpty()) {
            return misfits;
        }
        var code = io.restassured.path.json.JsonPath.from(answer.body()).getString("code");
        return codes.computeIfAbsent(code, this::isDocumented)
                ? List.of()
                : List.of("undocumented code " + code);
    }

    private boolean isDocumented(String code) {
        return Api.anonymous().basePath("").get("/problems/" + code).statusCode() == 200;
    }

    private List<String> misfits(MatrixRow row, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == 304 || status == 204 || answer.body().isEmpty()) {
            return List.of();
        }
        var schema = document.answerSchema(row.method(), row.path(), status);
        return schema.isEmpty()
                ? List.of("undocumented status")
                : document.misfits(schema, answer.body());
    }
}
