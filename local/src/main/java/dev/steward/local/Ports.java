package dev.steward.local;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every port of the local system, all on loopback, each with the variable that moves it.
public record Ports(
        Port gateway,
        Port backlog,
        Port sprint,
        Port feedback,
        Port issuer,
        Port postgres,
        Port kafka,
        Port smtp) {

    private static final int MANAGEMENT_OFFSET = 1_000;

    public static Ports fromEnvironment() {
        return new Ports(
                Port.fromEnvironment("the gateway", "STEWARD_GATEWAY_PORT", 8080),
                Port.fromEnvironment("backlog-service", "STEWARD_BACKLOG_PORT", 8081),
                Port.fromEnvironment("sprint-service", "STEWARD_SPRINT_PORT", 8082),
                Port.fromEnvironment("feedback-service", "STEWARD_FEEDBACK_PORT", 8083),
                Port.fromEnvironment("the OIDC issuer", "STEWARD_OIDC_PORT", 8084),
                Port.fromEnvironment("PostgreSQL", "STEWARD_POSTGRES_PORT", 8085),
                Port.fromEnvironment("Kafka", "STEWARD_KAFKA_PORT", 8086),
                Port.fromEnvironment("the mailbox (SMTP)", "STEWARD_SMTP_PORT", 8087));
    }

    /// For a system beside the one that people use: the documented ports, moved as a whole to where
    /// nobody is. Below the numbers from which outgoing connections are served: such a port could
    /// be taken while an application starts again.
    public static Ports beside() {
        return IntStream.iterate(10_000, offset -> offset < 24_000, offset -> offset + 100)
                .mapToObj(Ports::movedBy)
                .filter(ports -> ports.all().stream().noneMatch(Port::answers))
                .findFirst()
                .orElseThrow(() -> new LocalFailure("There are no free ports."));
    }

    private static Ports movedBy(int offset) {
        return new Ports(
                new Port("the gateway", "", 8080 + offset),
                new Port("backlog-service", "", 8081 + offset),
                new Port("sprint-service", "", 8082 + offset),
                new Port("feedback-service", "", 8083 + offset),
                new Port("the OIDC issuer", "", 8084 + offset),
                new Port("PostgreSQL", "", 8085 + offset),
                new Port("Kafka", "", 8086 + offset),
                new Port("the mailbox (SMTP)", "", 8087 + offset));
    }

    /// Health, metrics and operations of an application: never on the port that users reach.
    public static Port management(Port application) {
        return new Port(
                "the management interface of " + application.purpose(),
                application.variable(),
                application.number() + MANAGEMENT_OFFSET);
    }

    public List<Port> all() {
        var applications = List.of(gateway, backlog, sprint, feedback);
        return Stream.of(
                        applications.stream(),
                        applications.stream().map(Ports::management),
                        Stream.of(issuer, postgres, kafka, smtp))
                .flatMap(ports -> ports)
                .toList();
    }
}
