package dev.steward.system;

import dev.steward.local.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// One packaged application as a process that a test can kill, pause and start again.
public final class AppProcess {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String module;
    private final String name;
    private final Port http;
    private final Port management;
    private final Map<String, String> environment;
    private @Nullable Process process;

    AppProcess(String module, String name, Map<String, String> environment) {
        this.module = module;
        this.name = name;
        this.http = Port.free(name);
        this.management = Port.free(name + "'s management");
        this.environment = new HashMap<>(environment);
    }

    public String name() {
        return name;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http.number());
    }

    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + management.number() + path);
    }

    public AppProcess start() {
        var jar = root().resolve(module + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar + " is missing: these tests run after `package` of the applications");
        }
        var builder =
                new ProcessBuilder(
                                java(),
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-jar",
                                jar.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(ports());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public AppProcess awaitReady() {
        Awaitility.await(name + " is ready; its log: " + log())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
        return this;
    }

    public boolean isReady() {
        return get("/q/health/ready") == 200;
    }

    private int get(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(management(path)).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// kill -9: nothing is finished, nothing is flushed.
    public void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    public void killAndStartAgain() {
        kill();
        start().awaitReady();
    }

    /// SIGTERM: what is under way is finished.
    public void terminate() {
        running().destroy();
        awaitEnd();
    }

    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    long processId() {
        return running().pid();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(running().pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        running().onExit().orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private Map<String, String> ports() {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                String.valueOf(http.number()),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(management.number()));
    }

    /// All that it has logged so far.
    public String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return RunningSystem.folder().resolve(name + ".log");
    }

    public static Path root() {
        return Path.of(System.getProperty("steward.root", "..")).toAbsolutePath().normalize();
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
