package dev.steward.local.run;

import dev.steward.local.Build;
import dev.steward.local.Home;
import dev.steward.local.Port;
import dev.steward.local.Ports;
import dev.steward.local.kafka.KafkaMain;
import dev.steward.local.mail.Mailbox;
import dev.steward.local.oidc.OidcIssuer;
import dev.steward.local.oidc.Person;
import dev.steward.local.oidc.SigningKey;
import dev.steward.local.oidc.TokenMint;
import dev.steward.local.stack.StackCoordinates;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// `./steward up`: the whole system on this machine until Ctrl-C.
///
/// The issuer and the mailbox are servers inside this JVM: they have nothing to die of. PostgreSQL
/// is a process by nature, Kafka has one because a failing broker halts its JVM.
final class Up implements AutoCloseable {

    /// What to run and where.
    ///
    /// @param root of the working copy whose applications run
    /// @param home where data and logs are kept
    /// @param extra environment of every application, beside what `Apps` knows
    record Setting(Path root, Home home, Ports ports, Map<String, String> extra) {

        static Setting ofThisWorkingCopy() {
            return new Setting(
                    Build.root(), Home.ofThisWorkingCopy(), Ports.fromEnvironment(), Map.of());
        }
    }

    private final Path root;
    private final Home home;
    private final Ports ports;
    private final Map<String, String> extra;
    private final Apps apps;
    private final List<ChildProcess> applications;
    private final PrintStream out;
    private final Supervisor supervisor;
    private final PostgresPart postgres;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile @Nullable Mailbox mailbox;

    Up(Setting setting, PrintStream out) {
        this.root = setting.root();
        this.home = setting.home();
        this.ports = setting.ports();
        this.extra = setting.extra();
        this.apps = Apps.on(ports);
        this.out = out;
        this.supervisor = new Supervisor(Supervisor.RestartPolicy.DEFAULT, this::say);
        this.postgres = new PostgresPart(home, ports.postgres());
        this.applications = apps.all().stream().map(this::application).toList();
    }

    /// Returns when everything takes requests.
    void run() {
        new StaleProcesses(home, this::say).end();
        ports.all().forEach(Port::requireFree);
        say("Starting; data and logs are in " + home.path());
        var issuer = OidcIssuer.start(home.issuer(), ports.issuer());
        say("The OIDC issuer is ready");
        mailbox = Mailbox.start(home.mailbox(), ports.smtp());
        say("The mailbox is ready");
        supervisor.start(List.of(postgres, kafka()));
        publishCoordinates(issuer);
        supervisor.start(applications.subList(1, applications.size()));
        supervisor.start(applications.subList(0, 1));
    }

    void invite(TokenMint mint) {
        var url = "http://localhost:" + ports.gateway().number();
        out.println(
                """

                Steward runs.
                  API         %1$s/api/v1
                  Docs        %1$s/docs
                  Log in as   %2$s
                  Mail to customers is kept here: ./steward mailbox
                  Ctrl-C stops everything; the data stay until ./steward reset.

                Try it, as Olivia:

                curl -s -X POST %1$s/api/v1/products \\
                  -H 'Content-Type: application/json' \\
                  -d '{"key":"TRY","name":"My first product"}' \\
                  -H 'Authorization: Bearer %3$s'
                """
                        .formatted(url, Person.everybody(), mint.token(Person.OLIVIA)));
    }

    String api() {
        return "http://" + ports.gateway().address() + "/api/v1";
    }

    TokenMint mint() {
        return new TokenMint(
                OidcIssuer.url(ports.issuer()), SigningKey.read(OidcIssuer.keyFile(home.issuer())));
    }

    /// Gateway first, PostgreSQL last: nobody loses what it still needs. The issuer ends with the
    /// JVM.
    @Override
    public void close() {
        closing = true;
        supervisor.close();
        if (mailbox != null) {
            mailbox.close();
        }
        closed.countDown();
    }

    void awaitClose() throws InterruptedException {
        closed.await();
    }

    PostgresPart postgres() {
        return postgres;
    }

    /// The living process of an application.
    Optional<ProcessHandle> process(String application) {
        return applications.stream()
                .filter(part -> part.name().equals(application))
                .findFirst()
                .flatMap(ChildProcess::process);
    }

    boolean isClosing() {
        return closing;
    }

    void say(String line) {
        out.println("steward: " + line);
    }

    private ChildProcess application(App app) {
        var plan = new ChildProcess.Plan(app.name(), app.command(root), () -> environment(app));
        return new ChildProcess(plan, home, _ -> app.ready());
    }

    private Map<String, String> environment(App app) {
        var environment =
                new HashMap<>(
                        app.equals(apps.gateway())
                                ? apps.gatewayEnvironment(ports)
                                : apps.serviceEnvironment(
                                        app, ports, postgres.database(Apps.database(app))));
        environment.put("STEWARD_OPS_SECRET", home.operationsSecret());
        environment.putAll(extra);
        return environment;
    }

    private ChildProcess kafka() {
        var readiness = home.processes().resolve("kafka.ready");
        var command =
                List.of(
                        Build.java().toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        KafkaMain.class.getName(),
                        home.kafka().toString(),
                        Integer.toString(ports.kafka().number()),
                        readiness.toString());
        var plan = new ChildProcess.Plan("kafka", command, Map::of);
        return new ChildProcess(
                plan,
                home,
                process ->
                        KafkaMain.readiness(readiness)
                                .living()
                                .filter(process::equals)
                                .isPresent());
    }

    private void publishCoordinates(OidcIssuer issuer) {
        var server = postgres.server();
        new StackCoordinates(
                        ProcessHandle.current().pid(),
                        server.urlBase(),
                        server.superuser(),
                        server.superuserPassword(),
                        ports.kafka().address(),
                        issuer.url(),
                        OidcIssuer.keyFile(home.issuer()),
                        ports.smtp().number(),
                        home.mailbox())
                .write(home.coordinates());
    }
}
