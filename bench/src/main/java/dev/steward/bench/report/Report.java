package dev.steward.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The findings for people: in the terminal, and as Markdown to keep.
///
/// @param circumstances of the run: when, on what, at what pace
public record Report(List<String> circumstances, List<Finding> findings) {

    public void print(PrintStream out) {
        out.println();
        circumstances.forEach(out::println);
        findings.forEach(finding -> print(finding, out));
        out.println();
    }

    private static void print(Finding finding, PrintStream out) {
        out.printf("%n%-4s %s%n", finding.figure(), finding.title());
        out.printf("     Steward: %s%n", finding.ours());
        for (var verdict : finding.verdicts()) {
            out.printf(
                    "       %-30s %-18s %-34s %-10s %s%n",
                    verdict.against(),
                    verdict.reading(),
                    verdict.figureInWords(),
                    verdict.target().words(),
                    verdict.word());
        }
        finding.notes().forEach(note -> out.printf("       %s%n", note));
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String markdown() {
        var rows = findings.stream().flatMap(finding -> rows(finding).stream());
        var notes =
                findings.stream()
                        .flatMap(finding ->
                                finding.notes().stream()
                                        .map(note -> "- " + finding.figure() + ": " + note));
        return "# Bench\n\n"
                + String.join("  \n", circumstances)
                + "\n\n| | figure | Steward | limit | | result | target | |\n|---|---|---|---|---|---|---|---|\n"
                + rows.collect(Collectors.joining())
                + "\n"
                + notes.collect(Collectors.joining("\n"))
                + "\n";
    }

    private static List<String> rows(Finding finding) {
        return finding.verdicts().stream()
                .map(verdict ->
                        "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                                .formatted(
                                        finding.figure(),
                                        finding.title(),
                                        finding.ours(),
                                        verdict.against(),
                                        verdict.reading(),
                                        verdict.figureInWords(),
                                        verdict.target().words(),
                                        verdict.word()))
                .toList();
    }
}
