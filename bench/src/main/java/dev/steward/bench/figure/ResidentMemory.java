package dev.steward.bench.figure;

import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Finding.Verdict;
import dev.steward.bench.report.Spread;
import dev.steward.bench.report.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// B8: what each application holds of the machine's memory, after whatever was measured before.
public final class ResidentMemory implements Figure {

    private static final List<String> APPLICATIONS =
            List.of("backlog-service", "gateway", "sprint-service", "feedback-service");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @Override
    public String id() {
        return "B8";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        return APPLICATIONS.stream().map(application -> finding(steward, application)).toList();
    }

    private Finding finding(SystemUnderTest steward, String application) {
        var title = "resident memory of " + application + " after this run";
        var resident = resident(steward.system().process(application));
        if (resident == null) {
            return Finding.leftOut(id(), title, "told by /proc, which is not here");
        }
        var spread = Spread.of(List.of(resident));
        return new Finding(
                id(),
                title,
                Spread.number(resident) + " MB",
                List.of(Verdict.absolute("MB", spread, new Target.AtMost(250))),
                List.of());
    }

    /// @return megabytes
    private static @Nullable Double resident(ProcessHandle process) {
        try {
            var status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
            var match = RESIDENT.matcher(status);
            return match.find() ? Double.parseDouble(match.group(1)) / 1_024 : null;
        } catch (IOException e) {
            return null;
        }
    }
}
