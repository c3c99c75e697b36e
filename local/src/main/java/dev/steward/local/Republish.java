package dev.steward.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `./steward republish SERVICE [--product p]`: the owner of the data speaks again, so that others
/// can rebuild their projections.
final class Republish {

    private Republish() {}

    static String order(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new LocalFailure("Which service? backlog, sprint or feedback.");
        }
        var name = arguments.getFirst();
        var apps = Apps.on(Ports.fromEnvironment());
        var service =
                apps.named(name)
                        .filter(apps.services()::contains)
                        .orElseThrow(() ->
                                new LocalFailure(
                                        "There is no service "
                                                + name
                                                + ", but backlog, sprint and feedback."));
        var answer =
                service.order("/ops/republish" + query(arguments.subList(1, arguments.size())))
                        .orElseThrow(() ->
                                new LocalFailure(
                                        service.name()
                                                + " does not answer. Is ./steward up"
                                                + " running?"));
        if (answer.statusCode() >= 300) {
            throw new LocalFailure(
                    service.name() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String query(List<String> options) {
        if (options.isEmpty()) {
            return "";
        }
        if (options.size() != 2 || !options.getFirst().equals("--product")) {
            throw new LocalFailure("The only option is --product <id or key>.");
        }
        return "?product=" + URLEncoder.encode(options.getLast(), StandardCharsets.UTF_8);
    }
}
