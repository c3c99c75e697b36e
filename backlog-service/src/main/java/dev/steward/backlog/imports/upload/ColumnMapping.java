package dev.steward.backlog.imports.upload;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.platform.web.value.PlainText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which columns of a file hold which field. A column can occur several times, as Jira's labels do,
/// and a field can have several columns.
final class ColumnMapping {

    private static final int MAX_NAME_LENGTH = 300;

    private final List<String> header;
    private final Map<ImportField, List<Integer>> places = new EnumMap<>(ImportField.class);

    private ColumnMapping(List<String> header) {
        this.header = header;
    }

    /// @param mapping `field:column`, instead of the recognised columns of that field
    /// @throws Invalid when a mapping names an unknown field or column, or no column is the title
    static ColumnMapping of(List<String> header, List<String> mapping) {
        if (header.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            throw new Invalid(
                    FieldError.at(
                            "",
                            "unreadable",
                            "A column's name must not contain the NUL character."));
        }
        var columns = new ColumnMapping(header.stream().map(ColumnMapping::shortened).toList());
        for (var field : ImportField.values()) {
            columns.places.put(field, columns.placesOf(field.columns()));
        }
        mappings(mapping).forEach(columns::map);
        if (columns.places(ImportField.TITLE).isEmpty()) {
            throw new Invalid(
                    "invalid-request",
                    "No column of the file is a title. Recognised are "
                            + ImportField.recognised()
                            + ". Others are named by `map`, for example map=title:Headline.",
                    List.of(
                            new FieldError(
                                    null,
                                    "map",
                                    "missing-column",
                                    Map.of("columns", ImportField.TITLE.columns()),
                                    "There is no column for the title.")));
        }
        return columns;
    }

    private static String shortened(String name) {
        var text = name.strip();
        return text.codePointCount(0, text.length()) <= MAX_NAME_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_NAME_LENGTH));
    }

    private static Map<ImportField, List<String>> mappings(List<String> mapping) {
        Map<ImportField, List<String>> named = new EnumMap<>(ImportField.class);
        for (var one : mapping) {
            var colon = one.indexOf(':');
            var field = ImportField.named(colon < 0 ? one : one.substring(0, colon).strip());
            if (colon < 0 || field.isEmpty()) {
                throw new Invalid(
                        FieldError.parameter(
                                "map",
                                "one-of",
                                "`map` must be field:column; field is one of "
                                        + List.of(ImportField.values()).stream()
                                                .map(ImportField::parameter)
                                                .toList()
                                        + "."));
            }
            named.computeIfAbsent(field.get(), _ -> new ArrayList<>())
                    .add(one.substring(colon + 1).strip());
        }
        return named;
    }

    private void map(ImportField field, List<String> names) {
        for (var name : names) {
            if (placesOf(List.of(name)).isEmpty()) {
                throw new Invalid(
                        FieldError.parameter(
                                "map",
                                "missing-column",
                                "The file has no column \"" + name + "\"."));
            }
        }
        places.put(field, placesOf(names));
    }

    private List<Integer> placesOf(List<String> names) {
        return names.stream()
                .map(ColumnMapping::comparable)
                .flatMapToInt(name ->
                        IntStream.range(0, header.size())
                                .filter(i -> comparable(header.get(i)).equals(name)))
                .boxed()
                .toList();
    }

    /// Normalized, because tools encode umlauts differently.
    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    int count() {
        return header.size();
    }

    /// Named columns that are not read, each name once, in the file's order.
    List<String> unused() {
        var used = places.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return IntStream.range(0, header.size())
                .filter(place -> !used.contains(place))
                .mapToObj(header::get)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private List<Integer> places(ImportField field) {
        return places.getOrDefault(field, List.of());
    }

    /// The row with a cell for each column: spreadsheets omit blank cells at the end.
    CsvFile.Line fitted(CsvFile.Line row) {
        var cells = row.cells();
        return new CsvFile.Line(
                row.line(),
                IntStream.range(0, header.size())
                        .mapToObj(place -> place < cells.size() ? cells.get(place) : "")
                        .toList());
    }

    /// The row's texts in these columns, without blank cells.
    List<String> texts(ImportField field, List<String> cells) {
        return places(field).stream()
                .map(place -> PlainText.clean(cells.get(place)))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /// The column's name in the file.
    @Nullable String name(ImportField field) {
        return places(field).isEmpty() ? null : header.get(places(field).getFirst());
    }
}
