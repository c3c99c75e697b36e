package dev.steward.feedback.link;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads and writes links. Whoever writes holds the lock of the entry.
@ApplicationScoped
class Links {

    private static final String SELECT =
            "select id, product_id, feedback_id, item_id, version, kind, importance, removed from link ";
    private static final String SAVE =
            """
            insert into link (id, product_id, feedback_id, item_id, version, kind, importance, removed)
            select id, "productId", "feedbackId", "itemId", version, kind, importance, removed
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, "feedbackId" uuid, "itemId" uuid,
                version bigint, kind text, importance int, removed boolean)
            on conflict (id) do update set version = excluded.version, kind = excluded.kind,
                importance = excluded.importance, removed = excluded.removed
            """;

    private final Statements statements;

    Links(Statements statements) {
        this.statements = statements;
    }

    Optional<Link> find(UUID id) {
        return statements.first(SELECT + "where id = ?", Links::read, id);
    }

    /// Also a removed one.
    Optional<Link> between(UUID feedbackId, UUID itemId) {
        return statements.first(
                SELECT + "where feedback_id = ? and item_id = ?", Links::read, feedbackId, itemId);
    }

    void save(Link link) {
        statements.execute(SAVE, new Rows(List.of(link)));
    }

    private static Link read(Row row) throws SQLException {
        return new Link(
                row.id("id"),
                row.id("product_id"),
                row.id("feedback_id"),
                row.id("item_id"),
                row.version(),
                row.constant("kind", LinkKind.class),
                row.numberOrNull("importance"),
                row.flag("removed"));
    }
}
