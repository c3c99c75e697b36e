package dev.steward.backlog.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.imports.CsvFile.Line;
import dev.steward.backlog.item.ItemIntake;
import dev.steward.backlog.item.ItemType;
import dev.steward.platform.web.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads rows into what they say of items, and finds what is wrong with them.
final class RowReading {

    private static final int LONGEST_KEY = 200;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,10}([.][0-9]{1,10})?");

    /// The words of other tools, lower case.
    private static final Map<String, ItemType> TYPES =
            Map.ofEntries(
                    Map.entry("epic", ItemType.EPIC),
                    Map.entry("story", ItemType.STORY),
                    Map.entry("user story", ItemType.STORY),
                    Map.entry("task", ItemType.STORY),
                    Map.entry("sub-task", ItemType.STORY),
                    Map.entry("subtask", ItemType.STORY),
                    Map.entry("feature", ItemType.STORY),
                    Map.entry("new feature", ItemType.STORY),
                    Map.entry("improvement", ItemType.STORY),
                    Map.entry("enhancement", ItemType.STORY),
                    Map.entry("bug", ItemType.BUG),
                    Map.entry("defect", ItemType.BUG),
                    Map.entry("debt", ItemType.DEBT),
                    Map.entry("technical debt", ItemType.DEBT),
                    Map.entry("technical task", ItemType.DEBT),
                    Map.entry("research", ItemType.RESEARCH),
                    Map.entry("spike", ItemType.RESEARCH));

    /// Only to be checked: the item behind the row's key is not known yet.
    private static final UUID NOBODY = UuidCreator.getNil();

    private final Columns columns;
    private final ItemIntake items;

    RowReading(Columns columns, ItemIntake items) {
        this.columns = columns;
        this.items = items;
    }

    /// A row that is either an item, or has errors.
    record Read(Optional<StagedRow> row, List<RowError> errors) {

        private static Read refused(List<RowError> errors) {
            return new Read(Optional.empty(), errors);
        }
    }

    /// @param number of the row in the file, from 1
    Read read(int number, Line line) {
        var cells = line.cells();
        if (cells.size() != columns.count()) {
            return Read.refused(
                    List.of(
                            new RowError(
                                    line.line(),
                                    null,
                                    "cells",
                                    "The row has %d cells, the header has %d."
                                            .formatted(cells.size(), columns.count()))));
        }
        List<RowError> errors = new ArrayList<>();
        var key = text(ImportField.KEY, line, errors);
        if (key != null && key.length() > LONGEST_KEY) {
            errors.add(
                    error(
                            line,
                            ImportField.KEY,
                            "size",
                            "A key has at most " + LONGEST_KEY + " characters."));
        }
        var said = said(line, errors);
        if (errors.isEmpty()) {
            items.objections(said.as(NOBODY, false)).stream()
                    .map(objection -> error(line, objection))
                    .forEach(errors::add);
        }
        return errors.isEmpty()
                ? new Read(Optional.of(new StagedRow(number, line.line(), key, said)), List.of())
                : Read.refused(errors);
    }

    private StagedRow.Said said(Line line, List<RowError> errors) {
        var title = text(ImportField.TITLE, line, errors);
        return new StagedRow.Said(
                title == null ? "" : title,
                text(ImportField.DESCRIPTION, line, errors),
                type(line, errors),
                labels(line, errors),
                estimate(line, errors));
    }

    /// The first of the field's columns that says something.
    private @Nullable String text(ImportField field, Line line, List<RowError> errors) {
        var texts = texts(field, line, errors);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    private List<String> texts(ImportField field, Line line, List<RowError> errors) {
        var texts = columns.texts(field, line.cells());
        if (texts.stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            errors.add(
                    error(line, field, "unreadable", "A text cannot contain the NUL character."));
            return List.of();
        }
        return texts;
    }

    private @Nullable ItemType type(Line line, List<RowError> errors) {
        var word = text(ImportField.TYPE, line, errors);
        if (word == null) {
            return null;
        }
        var type = TYPES.get(word.toLowerCase(Locale.ROOT));
        if (type == null) {
            errors.add(
                    error(
                            line,
                            ImportField.TYPE,
                            "one-of",
                            "Types are " + TYPES.keySet().stream().sorted().toList() + "."));
        }
        return type;
    }

    private @Nullable List<String> labels(Line line, List<RowError> errors) {
        var labels =
                texts(ImportField.LABELS, line, errors).stream()
                        .flatMap(cell -> Arrays.stream(cell.split(",", -1)))
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .distinct()
                        .toList();
        return labels.isEmpty() ? null : labels;
    }

    /// 5.0 is 5.
    private @Nullable BigDecimal estimate(Line line, List<RowError> errors) {
        var text = text(ImportField.ESTIMATE, line, errors);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            errors.add(error(line, ImportField.ESTIMATE, "unreadable", "An estimate is a number."));
            return null;
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private RowError error(Line line, ImportField field, String code, String message) {
        return new RowError(line.line(), columns.name(field), code, message);
    }

    /// In the file's words: the pointer begins with the field's name.
    private RowError error(Line line, FieldError objection) {
        var pointer = objection.pointer() == null ? "" : objection.pointer();
        return ImportField.named(pointer.replaceFirst("^/([a-z]+).*", "$1"))
                .map(field -> error(line, field, objection.code(), objection.message()))
                .orElseGet(() ->
                        new RowError(line.line(), null, objection.code(), objection.message()));
    }
}
