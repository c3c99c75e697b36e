package dev.steward.system.words;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.system.AppProcess;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every noun of the domain is explained in `docs/glossary.md`: the aggregates, what events are
/// about, and what the API answers with.
class GlossaryTest {

    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| \\*\\*(.+?)\\*\\* \\| (.+?) \\| (.*?) ?\\| (.*?) ?\\| (.*?) ?\\|$",
                    Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final List<Entry> GLOSSARY = glossary();

    /// A row of the table.
    ///
    /// @param classes that have the word's rules
    /// @param schemas that the API answers with
    /// @param events the word in the types of events
    private record Entry(
            String word,
            String meaning,
            Set<String> classes,
            Set<String> schemas,
            Set<String> events) {}

    @Test
    void everyWordIsExplainedInASentence() {
        assertThat(GLOSSARY)
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(entry.meaning()).as(entry.word()).matches("[A-Z].*\\s.*\\."));
        assertThat(GLOSSARY).extracting(Entry::word).doesNotHaveDuplicates();
        assertThat(GLOSSARY)
                .extracting(entry -> entry.word().toLowerCase(java.util.Locale.ROOT))
                .isSorted();
    }

    @Test
    void everyAggregateHasItsWord() {
        assertThat(all(Entry::classes)).containsAll(Sources.entities());
    }

    @Test
    void everyWordNamesClassesThatExist() {
        assertThat(Sources.types()).containsAll(all(Entry::classes));
    }

    @Test
    void everyEventIsAboutAWord() {
        var aggregates =
                Sources.files(".v1.json").stream()
                        .map(sample -> sample.getFileName().toString().replaceFirst("\\..*", ""))
                        .collect(toCollection(TreeSet::new));
        assertThat(all(Entry::events)).isEqualTo(aggregates);
    }

    @Test
    void everyAnswerOfTheApiIsAWord() throws IOException {
        var document =
                new ObjectMapper()
                        .readTree(
                                AppProcess.root()
                                        .resolve("contracts/openapi/steward.json")
                                        .toFile());
        var answered = new TreeSet<String>();
        document.get("paths").forEach(path -> answered.add(answer(document, path.path("get"))));
        answered.remove("");
        assertThat(answered).isNotEmpty();
        assertThat(all(Entry::schemas)).containsAll(answered);
        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .containsAll(all(Entry::schemas));
    }

    /// The schema that a read answers with, or of which it lists some; empty where there is none.
    private static String answer(JsonNode document, JsonNode operation) {
        var name = referenced(operation.at("/responses/200/content/application~1json/schema"));
        var properties = document.at("/components/schemas/" + name + "/properties");
        return properties.has("page") ? referenced(properties.at("/items/items")) : name;
    }

    private static String referenced(JsonNode schema) {
        return schema.path("$ref").asText().replaceFirst(".*/", "");
    }

    private static Set<String> all(Function<Entry, Set<String>> column) {
        return GLOSSARY.stream()
                .flatMap(entry -> column.apply(entry).stream())
                .collect(toCollection(TreeSet::new));
    }

    private static List<Entry> glossary() {
        return ROW.matcher(Sources.read(AppProcess.root().resolve("docs/glossary.md")))
                .results()
                .map(row ->
                        new Entry(
                                row.group(1),
                                row.group(2),
                                codes(row.group(3)),
                                codes(row.group(4)),
                                codes(row.group(5))))
                .toList();
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
