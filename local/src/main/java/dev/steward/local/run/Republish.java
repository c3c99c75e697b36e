package dev.steward.local.run;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.steward.local.Home;
import dev.steward.local.LocalFailure;
import dev.steward.local.Ports;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `./steward republish SERVICE [--product p]` and `./steward epoch SERVICE`: the owner of the data
/// states all of it again, so that others can rebuild their projections. Both wait until all of it
/// is on its way.
final class Republish {

    private final App service;

    private Republish(App service) {
        this.service = service;
    }

    static String run(List<String> arguments) throws InterruptedException {
        var republish = of(arguments);
        return republish.completed(
                republish.post("/ops/republish" + query(arguments.subList(1, arguments.size()))));
    }

    /// After a restore from backup.
    static String inANewEpoch(List<String> arguments) throws InterruptedException {
        if (arguments.size() > 1) {
            throw new LocalFailure("epoch takes a service and nothing else.");
        }
        var republish = of(arguments);
        var raised = republish.post("/ops/epoch");
        return "epoch "
                + raised.get("epoch")
                + ", "
                + republish.completed(object(raised, "republish"));
    }

    private static Republish of(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new LocalFailure("Which service? backlog, sprint or feedback.");
        }
        var name = arguments.getFirst();
        var apps = Apps.on(Ports.fromEnvironment());
        return apps.named(name)
                .filter(apps.services()::contains)
                .map(Republish::new)
                .orElseThrow(() ->
                        new LocalFailure(
                                "There is no service "
                                        + name
                                        + ", but backlog, sprint and feedback."));
    }

    private String completed(Map<String, Object> job) throws InterruptedException {
        var now = job;
        while (now.get("completedAt") == null) {
            TimeUnit.MILLISECONDS.sleep(500);
            now = progress(String.valueOf(job.get("id"))).orElse(now);
        }
        return "republished: " + now.get("snapshots") + " snapshots are on their way";
    }

    private Optional<Map<String, Object>> progress(String id) {
        var answer = accepted(service.ask("/ops/republish", secret()));
        return jobs(answer).stream().filter(job -> id.equals(job.get("id"))).findFirst();
    }

    private Map<String, Object> post(String path) {
        return accepted(service.order(path, secret()));
    }

    private static String secret() {
        return Home.ofThisWorkingCopy().operationsSecret();
    }

    private Map<String, Object> accepted(Optional<HttpResponse<String>> response) {
        var answer =
                response.orElseThrow(() ->
                        new LocalFailure(
                                service.name() + " does not answer. Is ./steward up running?"));
        if (answer.statusCode() >= 300) {
            throw new LocalFailure(
                    service.name() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSONObjectUtils.parse(answer.body());
        } catch (ParseException e) {
            throw new LocalFailure(service.name() + " answered no JSON: " + answer.body(), e);
        }
    }

    private static Map<String, Object> object(Map<String, Object> json, String field) {
        try {
            return requireNonNull(JSONObjectUtils.getJSONObject(json, field));
        } catch (ParseException e) {
            throw new LocalFailure(field + " is no object in " + json, e);
        }
    }

    private static List<Map<String, Object>> jobs(Map<String, Object> json) {
        try {
            return List.of(requireNonNull(JSONObjectUtils.getJSONObjectArray(json, "items")));
        } catch (ParseException e) {
            throw new LocalFailure("items are no objects in " + json, e);
        }
    }

    private static String query(List<String> options) {
        if (options.isEmpty()) {
            return "";
        }
        if (options.size() != 2 || !options.getFirst().equals("--product")) {
            throw new LocalFailure("The only option is --product <id>.");
        }
        return "?product=" + URLEncoder.encode(options.getLast(), StandardCharsets.UTF_8);
    }
}
