package dev.steward.local.run;

import dev.steward.local.Port;
import dev.steward.local.Ports;
import dev.steward.local.oidc.OidcIssuer;
import dev.steward.local.postgres.DatabaseCredentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The four applications, and the environment each of them runs in. The names of the variables are
/// the same in compose and in Kubernetes.
record Apps(App gateway, App backlog, App sprint, App feedback) {

    /// Whatever development server a front end runs on.
    private static final String EVERY_LOCAL_ORIGIN = "http://localhost:*,http://127.0.0.1:*";

    static Apps on(Ports ports) {
        return new Apps(
                new App("gateway", ports.gateway()),
                new App("backlog-service", ports.backlog()),
                new App("sprint-service", ports.sprint()),
                new App("feedback-service", ports.feedback()));
    }

    List<App> services() {
        return List.of(backlog, sprint, feedback);
    }

    List<App> all() {
        return List.of(gateway, backlog, sprint, feedback);
    }

    /// By its name, with or without `-service`.
    Optional<App> named(String name) {
        return Stream.of(name, name + "-service")
                .flatMap(wanted -> all().stream().filter(app -> app.name().equals(wanted)))
                .findFirst();
    }

    static String database(App service) {
        return service.name().replace("-service", "");
    }

    Map<String, String> gatewayEnvironment(Ports ports) {
        var environment = environment(gateway, ports);
        environment.put("STEWARD_BACKLOG_URL", url(ports.backlog()));
        environment.put("STEWARD_SPRINT_URL", url(ports.sprint()));
        environment.put("STEWARD_FEEDBACK_URL", url(ports.feedback()));
        environment.put(
                "STEWARD_CORS_ORIGINS",
                System.getenv().getOrDefault("STEWARD_CORS_ORIGINS", EVERY_LOCAL_ORIGIN));
        return environment;
    }

    Map<String, String> serviceEnvironment(App service, Ports ports, DatabaseCredentials database) {
        var environment = environment(service, ports);
        environment.put("STEWARD_DB_URL", database.url());
        environment.put("STEWARD_DB_USER", database.appUser());
        environment.put("STEWARD_DB_PASSWORD", database.appPassword());
        environment.put("STEWARD_DB_OWNER", database.ownerUser());
        environment.put("STEWARD_DB_OWNER_PASSWORD", database.ownerPassword());
        if (service.equals(feedback)) {
            environment.put("STEWARD_MAIL_HOST", "127.0.0.1");
            environment.put("STEWARD_MAIL_PORT", Integer.toString(ports.smtp().number()));
        }
        return environment;
    }

    private static Map<String, String> environment(App app, Ports ports) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(app.port().number()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.management(app.port()).number()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafka().address());
        environment.put("STEWARD_OIDC_ISSUER", OidcIssuer.url(ports.issuer()));
        return environment;
    }

    private static String url(Port port) {
        return "http://" + port.address();
    }
}
