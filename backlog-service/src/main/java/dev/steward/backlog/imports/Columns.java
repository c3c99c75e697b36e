package dev.steward.backlog.imports;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where in a file each field stands. A column may occur several times, as Jira's labels do, and a
/// field may be in several columns.
final class Columns {

    private final List<String> header;
    private final Map<ImportField, List<Integer>> places = new EnumMap<>(ImportField.class);

    private Columns(List<String> header) {
        this.header = header;
    }

    /// @param mapping `field:column`, in place of the recognised names of that field
    /// @throws Invalid where a mapping leads nowhere, or no column is a title
    static Columns of(List<String> header, List<String> mapping) {
        var columns = new Columns(header.stream().map(String::strip).toList());
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
                                "A mapping is field:column, its field one of "
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
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMapToInt(name ->
                        IntStream.range(0, header.size())
                                .filter(i -> header.get(i).toLowerCase(Locale.ROOT).equals(name)))
                .boxed()
                .toList();
    }

    int count() {
        return header.size();
    }

    private List<Integer> places(ImportField field) {
        return places.getOrDefault(field, List.of());
    }

    /// What the row says in these columns, without the blank cells.
    List<String> texts(ImportField field, List<String> cells) {
        return places(field).stream()
                .map(place -> cells.get(place).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /// The column's name in the file.
    @Nullable String name(ImportField field) {
        return places(field).isEmpty() ? null : header.get(places(field).getFirst());
    }
}
