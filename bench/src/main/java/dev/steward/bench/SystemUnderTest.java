package dev.steward.bench;

import dev.steward.local.oidc.Person;
import dev.steward.local.postgres.DatabaseCredentials;
import dev.steward.local.run.WholeSystem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The system that is measured, with somebody who may do everything in the products made here.
public final class SystemUnderTest implements AutoCloseable {

    /// The gateway's limits are per caller, and here is only one.
    private static final Map<String, String> NO_LIMITS =
            Map.of(
                    "STEWARD_CALLER_REQUESTS", "100000000",
                    "STEWARD_ADDRESS_REQUESTS", "100000000",
                    "STEWARD_ADDRESS_CONNECTIONS", "4000");

    private final WholeSystem system;
    private final Pace pace;
    private final PrintStream out;
    private final Api api;
    private int products;

    private SystemUnderTest(WholeSystem system, Pace pace, PrintStream out) {
        this.system = system;
        this.pace = pace;
        this.out = out;
        this.api = new Api(system.backlog(), token());
    }

    static SystemUnderTest open(Path folder, Pace pace, PrintStream out) {
        return new SystemUnderTest(
                WholeSystem.start(folder.resolve("system"), NO_LIMITS, out), pace, out);
    }

    public WholeSystem system() {
        return system;
    }

    public Pace pace() {
        return pace;
    }

    /// Of backlog-service.
    public Api api() {
        return api;
    }

    public DatabaseCredentials database() {
        return system.database("backlog");
    }

    public Sql sql() {
        return new Sql(database());
    }

    /// For scripts and outputs of other programs.
    public Path folder() {
        return system.folder();
    }

    public String token() {
        return system.mint().token(Person.OLIVIA);
    }

    /// A new product, of which the one with the token is the owner.
    public Product product() {
        return api.product(++products);
    }

    /// Reads the processor time of applications and of PostgreSQL.
    public Cpu cpu(String... applications) {
        var processes = new HashMap<String, ProcessHandle>();
        for (var application : applications) {
            processes.put(application, system.process(application));
        }
        processes.put(
                "PostgreSQL",
                system.postgres()
                        .process()
                        .orElseThrow(() -> new BenchFailure("PostgreSQL does not run")));
        return new Cpu(processes);
    }

    public void say(String line) {
        out.println("steward: " + line);
    }

    @Override
    public void close() {
        system.close();
    }
}
