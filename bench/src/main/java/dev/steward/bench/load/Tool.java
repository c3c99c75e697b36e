package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of others, from the operating system's packages. Without one, its lines are left out.
public enum Tool {
    WRK("wrk", "apt-get install wrk"),
    PGBENCH("pgbench", "apt-get install postgresql-contrib"),
    NGINX("nginx", "apt-get install nginx-light");

    private final String program;
    private final String advice;

    Tool(String program, String advice) {
        this.program = program;
        this.advice = advice;
    }

    Optional<Path> find() {
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1));
        // Daemons live where the PATH of a person does not look.
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public boolean isInstalled() {
        return find().isPresent();
    }

    String path() {
        return find().orElseThrow(() -> new BenchFailure(missing())).toString();
    }

    public String missing() {
        return program + " is not installed: " + advice;
    }
}
