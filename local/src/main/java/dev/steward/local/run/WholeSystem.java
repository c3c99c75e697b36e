package dev.steward.local.run;

import dev.steward.local.Build;
import dev.steward.local.Home;
import dev.steward.local.LocalFailure;
import dev.steward.local.LogRotation;
import dev.steward.local.Logging;
import dev.steward.local.Port;
import dev.steward.local.Ports;
import dev.steward.local.oidc.TokenMint;
import dev.steward.local.postgres.DatabaseCredentials;
import dev.steward.local.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// What `./steward up` runs, once more beside it: on other ports, with empty data in a folder of
/// its own, for whoever measures or tries something on packaged applications.
public final class WholeSystem implements AutoCloseable {

    private final Ports ports;
    private final Home home;
    private final Home.Claim claim;
    private final Up up;
    private final AtomicBoolean closed = new AtomicBoolean();

    private WholeSystem(Up.Setting setting, Home.Claim claim, PrintStream out) {
        this.ports = setting.ports();
        this.home = setting.home();
        this.claim = claim;
        this.up = new Up(setting, out);
    }

    /// Returns when everything takes requests.
    ///
    /// @param folder what it held is deleted
    /// @param environment of every application, beside the usual
    public static WholeSystem start(Path folder, Map<String, String> environment, PrintStream out) {
        var home = new Home(folder.toAbsolutePath());
        var setting = new Up.Setting(Build.root(), home, Ports.beside(), environment);
        var claim = home.claim();
        try {
            new StaleProcesses(home, out::println).end();
            PostgresServer.deleteTree(home.postgres());
            PostgresServer.deleteTree(home.kafka());
            LogRotation.rotate(home.path().resolve("logs"));
        } catch (IOException e) {
            claim.close();
            throw new UncheckedIOException(e);
        }
        Logging.toFile(home.log("steward"));
        var system = new WholeSystem(setting, claim, out);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop-steward"));
        try {
            system.up.run();
        } catch (RuntimeException failure) {
            system.close();
            throw failure;
        }
        return system;
    }

    public URI gateway() {
        return url(ports.gateway());
    }

    public URI backlog() {
        return url(ports.backlog());
    }

    public URI sprint() {
        return url(ports.sprint());
    }

    public URI feedback() {
        return url(ports.feedback());
    }

    public TokenMint mint() {
        return up.mint();
    }

    public String bootstrapServers() {
        return ports.kafka().address();
    }

    public PostgresServer postgres() {
        return up.postgres().server();
    }

    /// Of `backlog`, `sprint` or `feedback`.
    public DatabaseCredentials database(String service) {
        return up.postgres().database(service);
    }

    /// What PostgreSQL says.
    public Path postgresLog() {
        return up.postgres().log();
    }

    /// @param application `gateway`, or the name of a service's module
    /// @throws LocalFailure when it has died
    public ProcessHandle process(String application) {
        return up.process(application)
                .orElseThrow(() -> new LocalFailure(application + " does not run."));
    }

    public Path folder() {
        return home.path();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            up.close();
            claim.close();
        }
    }

    private static URI url(Port port) {
        return URI.create("http://" + port.address());
    }
}
