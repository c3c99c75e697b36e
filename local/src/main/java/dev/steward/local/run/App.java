package dev.steward.local.run;

import dev.steward.local.Build;
import dev.steward.local.LocalFailure;
import dev.steward.local.Port;
import dev.steward.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A packaged application of ours: the folder of its module, and its port.
record App(String name, Port port) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /// Those of production, with the memory of its containers.
    private static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Xms64m",
                    "-Xmn32m",
                    "-XX:MinHeapFreeRatio=20",
                    "-XX:MaxHeapFreeRatio=40",
                    "-XX:TrimNativeHeapInterval=5000");

    List<String> command(Path root) {
        var jar = jar(root);
        if (!Files.exists(jar)) {
            throw new LocalFailure(
                    name
                            + " is not built: "
                            + root.relativize(jar)
                            + " is missing. Build it with: ./mvnw -Dquick -DskipTests package");
        }
        var command = new ArrayList<>(List.of(Build.java().toString()));
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(command);
    }

    Path jar(Path root) {
        return root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    boolean ready() {
        return ask("/q/health/ready").filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /// What its management interface answers; empty when it does not.
    Optional<HttpResponse<String>> ask(String path) {
        return send(HttpRequest.newBuilder(management(path)).GET());
    }

    /// @param secret that operations need
    Optional<HttpResponse<String>> ask(String path, String secret) {
        return send(operation(path, secret).GET());
    }

    /// @param secret that operations need
    Optional<HttpResponse<String>> order(String path, String secret) {
        return send(operation(path, secret).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder operation(String path, String secret) {
        return HttpRequest.newBuilder(management(path)).header("Authorization", "Bearer " + secret);
    }

    private URI management(String path) {
        return URI.create("http://" + Ports.management(port).address() + path);
    }

    private static Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(
                    HTTP.send(
                            request.timeout(Duration.ofSeconds(30)).build(),
                            HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
