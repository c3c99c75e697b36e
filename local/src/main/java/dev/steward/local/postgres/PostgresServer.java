package dev.steward.local.postgres;

import dev.steward.local.LocalFailure;
import dev.steward.local.Port;
import dev.steward.local.PortTaken;
import dev.steward.local.Processes;
import dev.steward.local.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// A real PostgreSQL on a folder of ours. The folder survives: `cluster` is PostgreSQL's data
/// directory, `passwords.properties` what was generated for it, `postgres.log` what it said.
public final class PostgresServer implements AutoCloseable {

    /// How much a crash of the machine may cost. Tests trade durability for speed.
    public enum Durability {
        SURVIVES_POWER_LOSS,
        SURVIVES_THE_PROCESS_ONLY
    }

    static final String SUPERUSER = "postgres";

    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final Path folder;
    private final Port port;
    private final Secrets secrets;

    private PostgresServer(EmbeddedPostgres server, Path folder, Port port, Secrets secrets) {
        this.server = server;
        this.folder = folder;
        this.port = port;
        this.secrets = secrets;
    }

    /// Starts it on the folder, whatever state a crash has left the folder in.
    public static PostgresServer start(Path folder, Port port, Durability durability) {
        var home = folder.toAbsolutePath().normalize();
        var remains = new StalePostgres(cluster(home));
        remains.stop();
        port.requireFree();
        var secrets = new Secrets(home.resolve("passwords.properties"));
        removeLeftovers(home);
        var server =
                new PostgresServer(launch(home, port, durability, secrets), home, port, secrets);
        server.requireOwnCluster();
        server.markComplete();
        return server;
    }

    public Port port() {
        return port;
    }

    /// Ends before the name of the database.
    public String urlBase() {
        return "jdbc:postgresql://" + port.address() + "/";
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return secrets.password(SUPERUSER);
    }

    public DatabaseAdministration administration() {
        return new DatabaseAdministration(urlBase(), superuser(), superuserPassword());
    }

    /// The database and its two roles; created when missing, with passwords that stay the same.
    public DatabaseCredentials provision(String name) {
        return administration().provision(name, secrets::password);
    }

    /// The server process; empty when it is gone.
    public Optional<ProcessHandle> process() {
        return new StalePostgres(cluster(folder)).postmaster();
    }

    /// Stops it in order: sessions are ended, the last checkpoint is written.
    @Override
    public void close() {
        var postmaster = process();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The launcher waits five seconds at most; a large checkpoint takes longer.
        postmaster.ifPresent(process -> Processes.awaitExit(process, STOP));
    }

    private static EmbeddedPostgres launch(
            Path home, Port port, Durability durability, Secrets secrets) {
        var password = secrets.password(SUPERUSER);
        var passwordFile = home.resolve("superuser.password");
        Secrets.writePrivately(passwordFile, password);
        var log = ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile());
        var safe = durability == Durability.SURVIVES_POWER_LOSS ? "on" : "off";
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries())
                    .setDataDirectory(cluster(home))
                    .setCleanDataDirectory(false)
                    // Its own hook would stop PostgreSQL while the applications still write.
                    .setRegisterShutdownHook(false)
                    .setPort(port.number())
                    .setPGStartupWait(STARTUP)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    // "Locale" options are all handed to initdb; the last --auth wins over trust.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    // The same order and the same letters on every machine.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("lc-collate", "C")
                    .setLocaleConfig("lc-ctype", characterTypes())
                    .setLocaleConfig("lc-messages", "C")
                    .setConnectConfig("password", password)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // No socket file in a folder shared with others.
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", safe)
                    .setServerConfig("full_page_writes", safe)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new LocalFailure(
                    "PostgreSQL did not start; its log: " + home.resolve("postgres.log"), e);
        } finally {
            deleteQuietly(passwordFile);
        }
    }

    /// Another PostgreSQL on the port would have answered the launcher just as well.
    private void requireOwnCluster() {
        try (var connection =
                        DriverManager.getConnection(
                                urlBase() + "postgres", SUPERUSER, superuserPassword());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            answer.next();
            var directory = Path.of(answer.getString(1)).toRealPath();
            if (!directory.equals(cluster(folder).toRealPath())) {
                close();
                throw new PortTaken(port);
            }
        } catch (SQLException | IOException e) {
            close();
            throw new LocalFailure("PostgreSQL started but does not let its superuser in.", e);
        }
    }

    private static void removeLeftovers(Path home) {
        try {
            Files.createDirectories(home);
            if (Files.exists(cluster(home)) && !Files.exists(complete(home))) {
                deleteTree(cluster(home));
            }
            // The launcher's own lock: a server that died under this JVM still holds it.
            Files.deleteIfExists(cluster(home).resolve("epg-lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void markComplete() {
        try {
            Files.writeString(complete(folder), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says that initdb has finished once: without it a cluster is the ruin of an interrupted
    /// start.
    private static Path complete(Path home) {
        return home.resolve("cluster.complete");
    }

    private static Path cluster(Path home) {
        return home.resolve("cluster");
    }

    /// Unpacked once per user, outside of any folder that a clean build or a reset removes, and not
    /// in a temporary folder where somebody else could have put other programs before us.
    private static File binaries() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("steward").resolve("postgres").toFile();
    }

    /// Trigram search asks the C library what a letter is; "C" would know only ASCII.
    private static String characterTypes() {
        var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return mac ? "en_US.UTF-8" : "C.UTF-8";
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
