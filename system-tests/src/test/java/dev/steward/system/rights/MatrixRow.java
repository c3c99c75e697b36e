package dev.steward.system.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation of the authorization matrix: who gets which answer on a product of theirs.
///
/// @param cells owner, manager, scrum master, developer, stakeholder: `+` may, `x` 403
///   missing-right, `p` 403 proposals-not-available, `n` 404 (a record that is not the caller's
///   own)
/// @param outsider as a cell, for somebody without any role in the product; `n` but for what
///   belongs to no product
/// @param key as a cell, for a source key of the product with the default scopes; `s` is 403
///   missing-scope, `u` is 401
/// @param body what is sent, null for nothing
public record MatrixRow(
        String method,
        String path,
        List<Character> cells,
        char outsider,
        char key,
        @Nullable String body) {

    public static List<MatrixRow> all() {
        try (var file = MatrixRow.class.getResourceAsStream("/authorization-matrix.txt")) {
            if (file == null) {
                throw new IllegalStateException("authorization-matrix.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MatrixRow::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MatrixRow parse(String line) {
        var parts = Arrays.stream(line.split("\\|", 4)).map(String::strip).toList();
        var operation = parts.get(0).split("\\s+", 2);
        var cells = parts.get(1).replace(" ", "").chars().mapToObj(cell -> (char) cell).toList();
        if (cells.size() != 6) {
            throw new IllegalArgumentException("five roles and the outsider: " + line);
        }
        return new MatrixRow(
                operation[0],
                operation[1],
                cells.subList(0, 5),
                cells.get(5),
                parts.get(2).charAt(0),
                parts.size() > 3 && !parts.get(3).isEmpty() ? parts.get(3) : null);
    }

    String operation() {
        return method + " " + path;
    }

    public boolean hasTarget() {
        return path.contains("{");
    }
}
