package dev.steward.bench;

import dev.steward.bench.figure.Figure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What was asked for: `[--quick] [--events N] [B1 B4 …]`.
///
/// @param figures none: all
record BenchArguments(Pace pace, Set<String> figures) {

    private static final Pattern FIGURE = Pattern.compile("B\\d{1,2}");

    static BenchArguments of(List<String> words) {
        var pace = words.contains("--quick") ? Pace.QUICK : Pace.FULL;
        var figures = new LinkedHashSet<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--events") && i + 1 < words.size()) {
                pace = pace.withEvents(count(words.get(++i)));
            } else if (FIGURE.matcher(word.toUpperCase(Locale.ROOT)).matches()) {
                figures.add(word.toUpperCase(Locale.ROOT));
            } else if (!word.equals("--quick")) {
                throw new BenchFailure(
                        "bench knows --quick, --events N and names of figures, not " + word);
            }
        }
        return new BenchArguments(pace, figures);
    }

    boolean includes(Figure figure) {
        return figures.isEmpty() || figures.contains(figure.id());
    }

    private static int count(String word) {
        if (!word.matches("[1-9]\\d{2,6}")) {
            throw new BenchFailure("--events is a number from 100 to 9999999, not " + word);
        }
        return Integer.parseInt(word);
    }
}
