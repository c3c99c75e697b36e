package dev.steward.backlog.imports;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// The errors of all imports.
@ApplicationScoped
class RowErrors {

    private static final String ADD =
            """
            insert into import_error (import_id, line, column_name, code, message, severity)
            select :import, line, "column", code, message, severity
            from jsonb_to_recordset(cast(:errors as jsonb))
                as r (line int, "column" text, code text, message text, severity text)
            """;

    private static final String PAGE =
            """
            select line, id, column_name, code, message, severity from import_error
            where import_id = :import and (line, id) > (:line, :id) order by line, id limit :most
            """;

    private static final String COUNT_TIME_OUTS =
            "select count(*) from import_error where import_id = :import and code = :code";

    /// @param id distinguishes errors of the same line
    record StoredError(long id, RowError error) {}

    private final Database database;

    RowErrors(Database database) {
        this.database = database;
    }

    void add(UUID importId, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        database.update(
                ADD, update -> update.bind("import", importId).bind("errors", new Json(errors)));
    }

    /// The first ones, by line.
    List<RowError> first(UUID importId, int most) {
        return page(importId, 0, 0, most).stream().map(StoredError::error).toList();
    }

    /// The errors after another one, by line.
    List<StoredError> page(UUID importId, int line, long id, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("import", importId)
                                .bind("line", line)
                                .bind("id", id)
                                .bind("most", limit)
                                .map(RowErrors::read)
                                .list());
    }

    long countTimeOuts(UUID importId) {
        return database.query(
                COUNT_TIME_OUTS,
                query ->
                        query.bind("import", importId)
                                .bind("code", RowError.TOOK_TOO_LONG)
                                .mapTo(Long.class)
                                .one());
    }

    private static StoredError read(RowView row) {
        return new StoredError(
                row.getColumn("id", Long.class),
                new RowError(
                        row.getColumn("line", Integer.class),
                        row.getColumn("column_name", String.class),
                        row.getColumn("code", String.class),
                        row.getColumn("message", String.class),
                        row.getColumn("severity", RowError.Severity.class)));
    }
}
