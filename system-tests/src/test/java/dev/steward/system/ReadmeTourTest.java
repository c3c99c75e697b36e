package dev.steward.system;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's tour, line by line as printed there, against the running system.
class ReadmeTourTest {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- tour -->\\n```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyLineWorks(@TempDir Path folder) throws IOException, InterruptedException {
        var readme = Files.readString(AppProcess.root().resolve("README.md"));
        var tour =
                BLOCK.matcher(readme)
                        .results()
                        .map(block -> block.group(1))
                        .collect(Collectors.joining("\n"));
        assertThat(tour).contains("/score");
        var here = RunningSystem.get().gateway().url().toString();
        Files.writeString(
                folder.resolve("tour.sh"),
                "set -euo pipefail\n" + tour.replace("http://localhost:8080", here));
        writeSteward(folder);

        var output = folder.resolve("output.txt");
        var tourist =
                new ProcessBuilder("bash", "-x", "tour.sh")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        assertThat(tourist.waitFor())
                .as("the tour's output: %s", Files.readString(output))
                .isZero();
        assertThat(Files.readString(output))
                .contains("\"position\"")
                .contains("DEMAND")
                .contains("\"personCount\":3");
    }

    /// `./steward token` asks the running issuer; here the tokens are known already.
    private static void writeSteward(Path folder) throws IOException {
        var mint = RunningSystem.get().issuer().mint();
        var script =
                "#!/bin/sh\ncase $2 in\nolivia) echo %s ;;\ndana) echo %s ;;\nesac\n"
                        .formatted(mint.token(OLIVIA), mint.token(DANA));
        var file = folder.resolve("steward");
        Files.write(file, script.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
