package dev.steward.backlog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

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
            where import_id = :import and (line, id) > (:line, :id) order by line, id
            """;

    private static final String COUNT_TIME_OUTS =
            "select count(*) from import_error where import_id = :import and code = :code";

    /// @param id distinguishes errors of the same line
    record StoredError(long id, RowError error) {}

    private final Session database;
    private final ObjectMapper json;

    RowErrors(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(UUID importId, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        database.createNativeQuery(ADD)
                .setParameter("import", importId)
                .setParameter("errors", write(errors))
                .executeUpdate();
    }

    /// The first ones, by line.
    List<RowError> first(UUID importId, int most) {
        return page(importId, 0, 0, most).stream().map(StoredError::error).toList();
    }

    /// The errors after another one, by line.
    List<StoredError> page(UUID importId, int line, long id, int limit) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("import", importId)
                .setParameter("line", line)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(RowErrors::read)
                .toList();
    }

    long countTimeOuts(UUID importId) {
        return database.createNativeQuery(COUNT_TIME_OUTS, Long.class)
                .setParameter("import", importId)
                .setParameter("code", RowError.TOOK_TOO_LONG)
                .getSingleResult();
    }

    private static StoredError read(Tuple row) {
        return new StoredError(
                row.get("id", Long.class),
                new RowError(
                        row.get("line", Integer.class),
                        row.get("column_name", String.class),
                        row.get("code", String.class),
                        row.get("message", String.class),
                        RowError.Severity.valueOf(row.get("severity", String.class))));
    }

    private String write(List<RowError> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }
}
