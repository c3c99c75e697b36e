package dev.steward.system.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The documents for developers name only classes that exist.
class DocumentedNamesTest {

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    /// Two capitals tell a class from a word at the beginning of a span, or the name of a header.
    private static final Pattern CLASS =
            Pattern.compile("(?<![\\w….-])([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?![\\w-])");

    private static final Set<String> OF_FRAMEWORKS =
            Set.of("RunOnVirtualThread", "PanacheRepositoryBase", "DataSource");

    private static final Set<String> TYPES = Sources.types();

    /// The glossary names schemas as well, and has a test of its own.
    static Stream<Path> documents() {
        return Sources.files(".md").stream()
                .filter(document -> !document.endsWith("docs/glossary.md"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nameOnlyClassesThatExist(Path document) {
        assertThat(unknown(Sources.read(document))).isEmpty();
    }

    @Test
    void aClassThatIsGoneIsFound() {
        assertThat(unknown("A `DocumentedNamesTest` and a `Body<LongForgotten>`, not `If-Match`."))
                .containsExactly("LongForgotten");
    }

    private static List<String> unknown(String text) {
        List<String> unknown = new ArrayList<>();
        var spans = CODE.matcher(text);
        while (spans.find()) {
            var names = CLASS.matcher(spans.group(1));
            while (names.find()) {
                if (!TYPES.contains(names.group(1)) && !OF_FRAMEWORKS.contains(names.group(1))) {
                    unknown.add(names.group(1));
                }
            }
        }
        return unknown;
    }
}
