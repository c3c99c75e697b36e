package dev.steward.backlog.imports.upload;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields that are read from a file, and the names of their columns in other tools' exports.
enum ImportField {
    KEY("key", "Issue key", "Key", "External key", "Number", "ID", "Vorgangsschlüssel"),
    TITLE("title", "Summary", "Title", "Zusammenfassung"),
    DESCRIPTION("description", "Description", "Body", "Beschreibung"),
    TYPE("type", "Issue Type", "Work Item Type", "Type", "Vorgangstyp"),
    LABELS("labels", "Labels", "Label", "Tags", "Stichwörter"),
    ESTIMATE(
            "estimate",
            "Story Points",
            "Custom field (Story Points)",
            "Story point estimate",
            "Custom field (Story point estimate)",
            "Estimate",
            "Effort");

    private final String parameter;
    private final List<String> columns;

    ImportField(String parameter, String... columns) {
        this.parameter = parameter;
        this.columns = List.of(columns);
    }

    static Optional<ImportField> named(String parameter) {
        return Arrays.stream(values())
                .filter(field -> field.parameter.equals(parameter))
                .findFirst();
    }

    /// Its name in the parameter `map`.
    String parameter() {
        return parameter;
    }

    /// Column names in the order of preference.
    List<String> columns() {
        return columns;
    }

    static String recognised() {
        return Arrays.stream(values())
                .map(field -> field.parameter + ": " + String.join(", ", field.columns))
                .collect(Collectors.joining("; "));
    }
}
