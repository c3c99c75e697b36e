package dev.steward.feedback.vote;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads and writes votes. Whoever writes holds the lock of the entry.
@ApplicationScoped
class Votes {

    private static final String SELECT =
            """
            select id, product_id, feedback_id, contact_id, version, importance, quote, voted_at, withdrawn,
                recorded_by
            from vote
            """;
    private static final String OF =
            SELECT + "where feedback_id = any (?::uuid[]) and contact_id = any (?::uuid[])";
    private static final String SAVE =
            """
            insert into vote (id, product_id, feedback_id, contact_id, version, importance, quote, voted_at, withdrawn,
                recorded_by)
            select id, "productId", "feedbackId", "contactId", version, importance, quote, "votedAt", withdrawn,
                "recordedBy"
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, "feedbackId" uuid, "contactId" uuid,
                version bigint, importance int, quote text, "votedAt" timestamptz, withdrawn boolean,
                "recordedBy" text)
            on conflict (id) do update set version = excluded.version, importance = excluded.importance,
                quote = excluded.quote, voted_at = excluded.voted_at, withdrawn = excluded.withdrawn,
                recorded_by = excluded.recorded_by
            """;

    private final Statements statements;

    Votes(Statements statements) {
        this.statements = statements;
    }

    Optional<Vote> find(UUID id) {
        return statements.first(SELECT + "where id = ?", Votes::read, id);
    }

    /// Also withdrawn ones. May contain votes of these people for other entries of the list.
    List<Vote> find(Collection<UUID> entries, Collection<UUID> contacts) {
        return statements.list(OF, Votes::read, entries, contacts);
    }

    void save(Collection<Vote> votes) {
        statements.execute(SAVE, new Rows(votes));
    }

    private static Vote read(Row row) throws SQLException {
        return new Vote(
                row.id("id"),
                row.id("product_id"),
                row.id("feedback_id"),
                row.id("contact_id"),
                row.version(),
                row.numberOrNull("importance"),
                row.textOrNull("quote"),
                row.instantOrNull("voted_at"),
                row.flag("withdrawn"),
                row.text("recorded_by"));
    }
}
