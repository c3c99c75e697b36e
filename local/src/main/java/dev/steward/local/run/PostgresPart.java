package dev.steward.local.run;

import dev.steward.local.Home;
import dev.steward.local.Port;
import dev.steward.local.postgres.DatabaseCredentials;
import dev.steward.local.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// PostgreSQL with a database for each service.
final class PostgresPart implements Part {

    static final List<String> DATABASES = List.of("backlog", "sprint", "feedback");

    private final Home home;
    private final Port port;
    private final Map<String, DatabaseCredentials> databases = new ConcurrentHashMap<>();
    private volatile @Nullable PostgresServer server;

    PostgresPart(Home home, Port port) {
        this.home = home;
        this.port = port;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /// Returns when it is ready: the launcher waits for that anyway.
    @Override
    public void start() {
        var started =
                PostgresServer.start(
                        home.postgres(), port, PostgresServer.Durability.SURVIVES_POWER_LOSS);
        DATABASES.forEach(name -> databases.put(name, started.provision(name)));
        server = started;
    }

    @Override
    public boolean ready() {
        return process().isPresent();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return server == null ? Optional.empty() : server.process();
    }

    @Override
    public void stop() {
        var running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }

    @Override
    public Path log() {
        return home.postgres().resolve("postgres.log");
    }

    DatabaseCredentials database(String name) {
        return Objects.requireNonNull(databases.get(name), name);
    }

    PostgresServer server() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL does not run.");
        }
        return running;
    }
}
