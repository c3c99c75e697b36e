package dev.steward.bench.report;

import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Sample;
import dev.steward.bench.load.Tool;
import dev.steward.bench.report.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Throughput of a line of ours against others of the same rounds, with the processor time of all.
public final class Comparison {

    private final Rounds rounds;
    private final LoadSource ours;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Comparison(Rounds rounds, LoadSource ours) {
        this.rounds = rounds;
        this.ours = ours;
        note(ours);
    }

    public static Comparison perSecond(Rounds rounds, LoadSource ours) {
        return new Comparison(rounds, ours);
    }

    public Comparison against(List<LoadSource> limits, Target target) {
        limits.forEach(limit -> against(limit, target));
        return this;
    }

    public Comparison against(LoadSource limit, Target target) {
        verdicts.add(
                Verdict.ratio(
                        limit.name(),
                        rate(limit),
                        rounds.ratio(ours, limit, Sample::perSecond),
                        target));
        note(limit);
        return this;
    }

    public Comparison leavingOut(String line, Tool tool) {
        if (!tool.isInstalled()) {
            verdicts.add(Verdict.leftOut(line, tool.missing()));
        }
        return this;
    }

    public Comparison and(Verdict verdict) {
        verdicts.add(verdict);
        return this;
    }

    public Comparison noting(String note) {
        notes.add(note);
        return this;
    }

    public Finding finding(String figure, String title) {
        return new Finding(figure, title, rate(ours), verdicts, notes);
    }

    private String rate(LoadSource line) {
        return Spread.number(rounds.spread(line, Sample::perSecond).median()) + "/s";
    }

    private void note(LoadSource line) {
        var cpu = rounds.cpu(line);
        if (!cpu.isEmpty()) {
            notes.add("CPU per request, " + line.name() + ": " + cpu);
        }
    }
}
