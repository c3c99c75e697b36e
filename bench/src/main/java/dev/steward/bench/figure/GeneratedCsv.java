package dev.steward.bench.figure;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A file as Jira exports it, with rows of the length that real ones have.
record GeneratedCsv(int rows) {

    private static final String HEADER =
            "Issue key,Summary,Description,Issue Type,Labels,Story Points";
    private static final String DESCRIPTION =
            "As somebody who plans I want to see what depends on what, so that nothing is promised that"
                    + " waits for something else. Asked for by several customers; see the notes of the review. ";

    String text() {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(GeneratedCsv::row)
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private static String row(int n) {
        return "OLD-%d,Show what depends on what (%d),\"%s%s\",%s,\"planning,area-%d\",%s"
                .formatted(
                        n,
                        n,
                        DESCRIPTION.repeat(1 + n % 3),
                        n,
                        n % 5 == 0 ? "Bug" : "Story",
                        n % 17,
                        n % 3 == 0 ? "" : Integer.toString(1 + n % 13));
    }
}
