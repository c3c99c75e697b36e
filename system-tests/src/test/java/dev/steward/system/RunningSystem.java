package dev.steward.system;

import dev.steward.local.Port;
import dev.steward.local.kafka.KafkaServer;
import dev.steward.local.mail.MailMessage;
import dev.steward.local.mail.Mailbox;
import dev.steward.local.oidc.OidcIssuer;
import dev.steward.local.postgres.DatabaseCredentials;
import dev.steward.local.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole system as processes on free ports: PostgreSQL, Kafka, the issuer, a mailbox,
/// backlog-service twice (the relay and the consumers must cope with a second instance),
/// sprint-service, feedback-service and the gateway. Started once for all tests of a process:
/// `./steward test` runs them in two.
public final class RunningSystem {

    private static final class Holder {
        static final RunningSystem SYSTEM = new RunningSystem();
    }

    public static final String OPERATIONS_SECRET = "known to whoever runs these tests";

    private final Port postgresPort = Port.free("PostgreSQL");
    private final Port kafkaPort = Port.free("Kafka");
    private PostgresServer postgres;
    private KafkaServer kafka;
    private final OidcIssuer issuer;
    private final Port mailPort = Port.free("the mailbox");
    private final Mailbox mailbox;
    private final Map<String, DatabaseCredentials> databases = new HashMap<>();
    private final AppProcess backlog;
    private final AppProcess secondBacklog;
    private final AppProcess sprint;
    private final AppProcess feedback;
    private final AppProcess gateway;

    private RunningSystem() {
        empty(folder());
        postgres = startPostgres();
        kafka = KafkaServer.start(folder().resolve("kafka"), kafkaPort);
        issuer = OidcIssuer.start(folder().resolve("issuer"), Port.free("the issuer"));
        mailbox = Mailbox.start(mail(), mailPort);
        List.of("backlog", "sprint", "feedback")
                .forEach(name -> databases.put(name, postgres.provision(name)));
        backlog = service("backlog", "backlog-1");
        secondBacklog = service("backlog", "backlog-2");
        sprint = service("sprint", "sprint");
        feedback = service("feedback", "feedback");
        gateway = new AppProcess("gateway", "gateway", gatewayEnvironment());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        // The first instance migrates alone; the second then starts on a schema that is there.
        Stream.of(backlog, sprint, feedback, gateway).forEach(AppProcess::start);
        backlog.awaitReady();
        secondBacklog.start();
        Stream.of(sprint, feedback, gateway, secondBacklog).forEach(AppProcess::awaitReady);
    }

    public static RunningSystem get() {
        return Holder.SYSTEM;
    }

    public AppProcess backlog() {
        return backlog;
    }

    public AppProcess secondBacklog() {
        return secondBacklog;
    }

    public AppProcess sprint() {
        return sprint;
    }

    public AppProcess feedback() {
        return feedback;
    }

    /// One more instance of feedback-service, for a test that starts and kills it.
    AppProcess anotherFeedback() {
        return service("feedback", "feedback-2");
    }

    public AppProcess gateway() {
        return gateway;
    }

    public List<AppProcess> services() {
        return List.of(backlog, sprint, feedback);
    }

    public OidcIssuer issuer() {
        return issuer;
    }

    /// What customers got so far.
    public List<MailMessage> messages() {
        return MailMessage.in(mail());
    }

    /// By the names of their logs; a process that has died is not in it.
    public Map<String, Long> processIds() {
        return Stream.of(backlog, secondBacklog, sprint, feedback, gateway)
                .filter(AppProcess::isAlive)
                .collect(Collectors.toMap(AppProcess::name, AppProcess::processId));
    }

    private static Path mail() {
        return folder().resolve("mailbox");
    }

    public DatabaseCredentials database(String service) {
        return java.util.Objects.requireNonNull(databases.get(service));
    }

    /// A backup; nobody may be connected to the database.
    public void copyDatabase(String database, String copy) {
        superuser(
                "create database %s template %s owner %s"
                        .formatted(copy, database, database(database).ownerUser()));
    }

    /// A restore.
    public void replaceDatabase(String database, String copy) {
        superuser("drop database " + database + " with (force)");
        superuser("alter database " + copy + " rename to " + database);
        // A copy does not take over what was granted on the database itself.
        databases.put(database, postgres.provision(database));
    }

    private void superuser(String statement) {
        try (var connection =
                        DriverManager.getConnection(
                                postgres.urlBase() + "postgres",
                                postgres.superuser(),
                                postgres.superuserPassword());
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    public void stopPostgres() {
        postgres.close();
    }

    public void startPostgresAgain() {
        postgres = startPostgres();
    }

    public void stopKafka() {
        kafka.close();
    }

    public void startKafkaAgain() {
        kafka = KafkaServer.start(folder().resolve("kafka"), kafkaPort);
    }

    /// Kafka comes back with an empty volume.
    public void emptyStoppedKafka() {
        empty(folder().resolve("kafka"));
    }

    private PostgresServer startPostgres() {
        return PostgresServer.start(
                folder().resolve("postgres"),
                postgresPort,
                PostgresServer.Durability.SURVIVES_THE_PROCESS_ONLY);
    }

    private AppProcess service(String service, String name) {
        var database = database(service);
        return new AppProcess(
                service + "-service",
                name,
                Map.of(
                        "STEWARD_DB_URL", database.url(),
                        "STEWARD_DB_USER", database.appUser(),
                        "STEWARD_DB_PASSWORD", database.appPassword(),
                        "STEWARD_DB_OWNER", database.ownerUser(),
                        "STEWARD_DB_OWNER_PASSWORD", database.ownerPassword(),
                        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "STEWARD_MAIL_HOST", "127.0.0.1",
                        "STEWARD_MAIL_PORT", String.valueOf(mailPort.number()),
                        "STEWARD_OIDC_ISSUER", issuer.url(),
                        "STEWARD_OPS_SECRET", OPERATIONS_SECRET));
    }

    private Map<String, String> gatewayEnvironment() {
        return Map.of(
                "STEWARD_BACKLOG_URL", backlog.url().toString(),
                "STEWARD_SPRINT_URL", sprint.url().toString(),
                "STEWARD_FEEDBACK_URL", feedback.url().toString(),
                "STEWARD_OIDC_ISSUER", issuer.url(),
                // Tests are faster than any person.
                "STEWARD_CALLER_REQUESTS", "10000000",
                "STEWARD_ADDRESS_REQUESTS", "10000000",
                // All of them come from one address.
                "STEWARD_ADDRESS_CONNECTIONS", "4000");
    }

    private void stop() {
        Stream.of(gateway, feedback, sprint, secondBacklog, backlog)
                .filter(AppProcess::isAlive)
                .forEach(AppProcess::kill);
        mailbox.close();
        issuer.close();
        kafka.close();
        postgres.close();
    }

    /// Logs stay here for whoever looks for the reason of a failure.
    static Path folder() {
        return AppProcess.root()
                .resolve("system-tests/target/system-" + System.getProperty("steward.fork", "1"));
    }

    private static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var paths = Files.walk(folder)) {
                    for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
