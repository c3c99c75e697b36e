package dev.steward.bench.figure;

import dev.steward.bench.Api;
import dev.steward.bench.BenchFailure;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.LoggedStatement;
import dev.steward.local.Polling;
import dev.steward.local.Port;
import dev.steward.local.postgres.DatabaseCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// [BareServerMain] as a process with the flags of the services.
///
/// @param first id of an item, to find out whether it answers
record BareServer(URI url, Process running, String first) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    static BareServer start(
            SystemUnderTest steward, List<LoggedStatement> statements, String item) {
        var port = Port.free("the bare server").number();
        var folder = steward.folder().resolve("bare-server");
        write(folder, statements, item);
        DatabaseCredentials database = steward.database();
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseCompactObjectHeaders",
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                BareServerMain.class.getName()));
        command.addAll(List.of("" + port, database.url(), database.appUser(), folder.toString()));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("bare-server.log").toFile());
        // Not on the command line, where everybody on the machine could read it.
        builder.environment().put("PGPASSWORD", database.appPassword());
        try {
            var url = URI.create("http://127.0.0.1:" + port);
            return new BareServer(url, builder.start(), item).awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle process() {
        return running.toHandle();
    }

    @Override
    public void close() {
        running.destroy();
    }

    /// Each statement is a file, and its parameters another, one a line.
    private static void write(Path folder, List<LoggedStatement> statements, String item) {
        try {
            Files.createDirectories(folder);
            for (var i : IntStream.range(0, statements.size()).toArray()) {
                var statement = statements.get(i);
                Files.writeString(folder.resolve(i + ".sql"), statement.text());
                Files.write(
                        folder.resolve(i + ".parameters"),
                        statement.parameters().stream()
                                .map(value -> item.equals(value) ? BareServerMain.ID : "" + value)
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BareServer awaitReady() {
        if (!Polling.until(START, this::answers)) {
            close();
            throw new BenchFailure("the bare server does not answer");
        }
        return this;
    }

    private boolean answers() {
        try {
            new Api(url, "none").get("/items/" + first);
            return true;
        } catch (BenchFailure notYet) {
            return false;
        }
    }
}
