package dev.steward.local.run;

import dev.steward.local.Port;
import dev.steward.local.Ports;
import java.io.PrintStream;
import java.util.stream.Stream;

/// `./steward status`: one line per part.
final class Status {

    private Status() {}

    /// True when everything takes requests.
    static boolean print(PrintStream out) {
        var ports = Ports.fromEnvironment();
        var apps = Apps.on(ports);
        var states =
                Stream.concat(
                        Stream.of(
                                line(out, "PostgreSQL", ports.postgres(), answer(ports.postgres())),
                                line(out, "Kafka", ports.kafka(), answer(ports.kafka())),
                                line(out, "OIDC issuer", ports.issuer(), answer(ports.issuer())),
                                line(out, "Mailbox", ports.smtp(), answer(ports.smtp()))),
                        apps.all().stream()
                                .map(app -> line(out, app.name(), app.port(), answer(app))));
        return states.toList().stream().allMatch(ready -> ready);
    }

    private static boolean line(PrintStream out, String name, Port port, String state) {
        out.printf("%-17s %-16s %s%n", name, port.address(), state);
        return state.equals("ready");
    }

    private static String answer(Port port) {
        return port.answers() ? "ready" : "down";
    }

    private static String answer(App app) {
        if (app.ready()) {
            return "ready";
        }
        return app.ask("/q/health/live").isPresent() ? "not ready" : "down";
    }
}
