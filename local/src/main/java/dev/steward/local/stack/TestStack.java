package dev.steward.local.stack;

import dev.steward.local.Build;
import dev.steward.local.LocalFailure;
import dev.steward.local.Logs;
import dev.steward.local.Polling;
import dev.steward.local.oidc.TokenMint;
import dev.steward.local.postgres.DatabaseCredentials;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The one PostgreSQL, Kafka and issuer that all tests of a build share.
///
/// Whoever asks first starts it, as a process of its own that outlives the JVM of the test; the
/// others find it by its file. It ends when the last build that asked for it has ended.
public final class TestStack {

    private static final Duration STARTUP = Duration.ofMinutes(2);

    private final StackCoordinates coordinates;
    private final TestStackFolder folder;

    private TestStack(StackCoordinates coordinates, TestStackFolder folder) {
        this.coordinates = coordinates;
        this.folder = folder;
    }

    /// The stack of this build, started when it does not run yet.
    public static TestStack shared() {
        var folder = TestStackFolder.ofThisBuild();
        try (var _ = folder.lock()) {
            folder.register(Build.owner());
            var running = folder.coordinates().filter(StackCoordinates::alive);
            return new TestStack(running.orElseGet(() -> start(folder)), folder);
        }
    }

    public String jdbcUrlBase() {
        return coordinates.jdbcUrlBase();
    }

    public String superuser() {
        return coordinates.superuser();
    }

    public String superuserPassword() {
        return coordinates.superuserPassword();
    }

    public String bootstrapServers() {
        return coordinates.bootstrapServers();
    }

    /// The URL of the issuer, as it stands in its tokens.
    public String issuer() {
        return coordinates.issuer();
    }

    public int smtpPort() {
        return coordinates.smtpPort();
    }

    /// The folder in which the mail server keeps what it gets.
    public Path mailbox() {
        return coordinates.mailbox();
    }

    /// Tokens of the issuer without asking it.
    public TokenMint mint() {
        return coordinates.mint();
    }

    /// An empty database of that name with its two roles; one that existed is dropped first.
    public DatabaseCredentials database(String name) {
        try (var _ = folder.lock()) {
            return coordinates
                    .administration()
                    .recreate(name, role -> UUID.randomUUID().toString());
        }
    }

    private static StackCoordinates start(TestStackFolder folder) {
        folder.forgetOldStack();
        var process = spawn(folder);
        Polling.until(STARTUP, () -> !process.isAlive() || started(folder, process).isPresent());
        return started(folder, process).orElseThrow(() -> didNotStart(folder, process));
    }

    private static Optional<StackCoordinates> started(TestStackFolder folder, Process process) {
        return folder.coordinates().filter(found -> found.pid() == process.pid());
    }

    /// The class path of a test can be longer than a command line may be: it goes into a file.
    private static Process spawn(TestStackFolder folder) {
        var arguments = folder.path().resolve("java.args");
        var lines =
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        quoted(classPath()),
                        TestStackMain.class.getName(),
                        quoted(folder.path().toString()));
        try {
            Files.write(arguments, lines);
            return new ProcessBuilder(Build.java().toString(), "@" + arguments)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Surefire may hide the real class path behind a jar that only names it.
    private static String classPath() {
        var real = System.getProperty("surefire.test.class.path");
        return real == null ? System.getProperty("java.class.path", "") : real;
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static LocalFailure didNotStart(TestStackFolder folder, Process process) {
        process.destroyForcibly();
        return new LocalFailure(
                "The tests' PostgreSQL and Kafka did not start; the end of "
                        + folder.log()
                        + ":\n"
                        + Logs.tail(folder.log(), 40));
    }
}
