package dev.steward.backlog.imports.upload;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.imports.RowError;
import dev.steward.backlog.imports.RowError.Severity;
import dev.steward.backlog.imports.RowStaging.ParsedRow;
import dev.steward.backlog.imports.StagedRow;
import dev.steward.backlog.imports.upload.CsvFile.Line;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.importing.ItemImport;
import dev.steward.platform.web.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns rows of a file into items, and collects their errors.
final class RowParser {

    private static final int MAX_KEY_LENGTH = 200;
    private static final int MAX_WORD_LENGTH = 100;

    /// With a decimal point or a decimal comma, as many spreadsheets write it.
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,10}([.,][0-9]{1,10})?");

    /// Azure Boards writes all tags into one cell, separated by semicolons.
    private static final Pattern BETWEEN_LABELS = Pattern.compile("[,;]");

    /// Item types of other tools, in lower case.
    private static final Map<String, ItemType> TYPES =
            Map.ofEntries(
                    Map.entry("epic", ItemType.EPIC),
                    Map.entry("epos", ItemType.EPIC),
                    Map.entry("story", ItemType.STORY),
                    Map.entry("product backlog item", ItemType.STORY),
                    Map.entry("issue", ItemType.STORY),
                    Map.entry("requirement", ItemType.STORY),
                    Map.entry("aufgabe", ItemType.STORY),
                    Map.entry("unteraufgabe", ItemType.STORY),
                    Map.entry("verbesserung", ItemType.STORY),
                    Map.entry("neue funktion", ItemType.STORY),
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
                    Map.entry("fehler", ItemType.BUG),
                    Map.entry("debt", ItemType.DEBT),
                    Map.entry("technical debt", ItemType.DEBT),
                    Map.entry("technical task", ItemType.DEBT),
                    Map.entry("research", ItemType.RESEARCH),
                    Map.entry("spike", ItemType.RESEARCH));

    /// For checking only: the item of the row's key is not known yet.
    private static final UUID NOBODY = UuidCreator.getNil();

    private final ColumnMapping columns;
    private final ItemImport items;

    RowParser(ColumnMapping columns, ItemImport items) {
        this.columns = columns;
        this.items = items;
    }

    /// @param number of the row in the file, from 1
    ParsedRow read(int number, Line sent) {
        var line = columns.fitted(sent);
        List<RowError> errors = new ArrayList<>();
        surplus(sent).ifPresent(errors::add);
        var key = text(ImportField.KEY, line, errors);
        if (key != null && key.length() > MAX_KEY_LENGTH) {
            errors.add(
                    error(
                            line,
                            ImportField.KEY,
                            "size",
                            "A key has at most " + MAX_KEY_LENGTH + " characters."));
        }
        var content = content(line, errors);
        if (errors.stream().noneMatch(error -> error.severity() == Severity.ERROR)) {
            items.validate(content.as(NOBODY, false)).stream()
                    .map(objection -> error(line, objection))
                    .forEach(errors::add);
        }
        return ParsedRow.of(new StagedRow(number, line.line(), key, content), errors);
    }

    /// Error for cells after the last column, unless they are blank.
    private Optional<RowError> surplus(Line line) {
        var cells = line.cells();
        return cells.stream().skip(columns.count()).allMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(
                        new RowError(
                                line.line(),
                                null,
                                "cells",
                                "The row has %d cells, the header has %d."
                                        .formatted(cells.size(), columns.count())));
    }

    private StagedRow.Content content(Line line, List<RowError> errors) {
        var title = text(ImportField.TITLE, line, errors);
        return new StagedRow.Content(
                title == null ? "" : title,
                text(ImportField.DESCRIPTION, line, errors),
                type(line, errors),
                labels(line, errors),
                estimate(line, errors));
    }

    /// The first text in one of the field's columns.
    private @Nullable String text(ImportField field, Line line, List<RowError> errors) {
        var texts = texts(field, line, errors);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    private List<String> texts(ImportField field, Line line, List<RowError> errors) {
        var texts = columns.texts(field, line.cells());
        if (texts.stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            errors.add(
                    error(line, field, "unreadable", "A text must not contain the NUL character."));
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
                    new RowError(
                            line.line(),
                            columns.name(ImportField.TYPE),
                            "unknown-type",
                            "Unknown type \"%s\": a new item becomes a STORY, an existing one keeps its type."
                                    .formatted(shortened(word)),
                            Severity.WARNING));
        }
        return type;
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= MAX_WORD_LENGTH
                ? word
                : word.substring(0, word.offsetByCodePoints(0, MAX_WORD_LENGTH)) + "…";
    }

    private @Nullable List<String> labels(Line line, List<RowError> errors) {
        var labels =
                texts(ImportField.LABELS, line, errors).stream()
                        .flatMap(cell -> BETWEEN_LABELS.splitAsStream(cell))
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .distinct()
                        .toList();
        return labels.isEmpty() ? null : labels;
    }

    /// 5.0 is read as 5, and 2,5 as 2.5.
    private @Nullable BigDecimal estimate(Line line, List<RowError> errors) {
        var text = text(ImportField.ESTIMATE, line, errors);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            errors.add(
                    error(
                            line,
                            ImportField.ESTIMATE,
                            "unreadable",
                            "The estimate must be a number."));
            return null;
        }
        var number = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private RowError error(Line line, ImportField field, String code, String message) {
        return new RowError(line.line(), columns.name(field), code, message);
    }

    /// Names the column instead of the field; the pointer begins with the field's name.
    private RowError error(Line line, FieldError objection) {
        var pointer = objection.pointer() == null ? "" : objection.pointer();
        return ImportField.named(pointer.replaceFirst("^/([a-z]+).*", "$1"))
                .map(field -> error(line, field, objection.code(), objection.message()))
                .orElseGet(() ->
                        new RowError(line.line(), null, objection.code(), objection.message()));
    }
}
