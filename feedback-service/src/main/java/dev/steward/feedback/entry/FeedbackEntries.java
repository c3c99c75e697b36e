package dev.steward.feedback.entry;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The feedback entries of the products.
@ApplicationScoped
public class FeedbackEntries {

    private static final String SELECT =
            """
            select id, product_id, version, source_id, external_id, title, text, kind, url, attributes, submitted_at,
                source_updated_at, contact_id, triaged, recorded_by
            from feedback
            """;
    private static final String COUNT =
            "select count(*)::int as known from feedback where source_id = ? and external_id = any (?::text[])";
    private static final String LOCK =
            SELECT
                    + "where source_id = ? and external_id = any (?::text[]) order by id for no key update";
    private static final String SAVE =
            """
            insert into feedback (id, product_id, version, source_id, external_id, title, text, kind, url, attributes,
                submitted_at, source_updated_at, contact_id, triaged, recorded_by)
            select id, "productId", version, "sourceId", "externalId", title, text, kind, url, attributes,
                "submittedAt", "sourceUpdatedAt", "contactId", triaged, "recordedBy"
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, version bigint, "sourceId" uuid,
                "externalId" text, title text, text text, kind text, url text, attributes jsonb,
                "submittedAt" timestamptz, "sourceUpdatedAt" timestamptz, "contactId" uuid, triaged boolean,
                "recordedBy" text)
            on conflict (id) do update set version = excluded.version, title = excluded.title, text = excluded.text,
                kind = excluded.kind, url = excluded.url, attributes = excluded.attributes,
                submitted_at = excluded.submitted_at, source_updated_at = excluded.source_updated_at,
                contact_id = excluded.contact_id
            """;

    private final Statements statements;

    FeedbackEntries(Statements statements) {
        this.statements = statements;
    }

    public Optional<Feedback> find(UUID id) {
        return statements.first(SELECT + "where id = ?", FeedbackEntries::read, id);
    }

    /// Until the transaction ends nobody else edits it, votes for it or links it.
    public Feedback lock(UUID id) {
        return statements
                .first(SELECT + "where id = ? for no key update", FeedbackEntries::read, id)
                .orElseThrow(FeedbackNotFound::new);
    }

    /// As [#lock(UUID)], those of the external ids that are known, in the order of ids.
    public List<Feedback> lock(UUID sourceId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : statements.list(LOCK, FeedbackEntries::read, sourceId, externalIds);
    }

    /// @param externalIds distinct
    public boolean knowsAll(UUID sourceId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                || statements
                                .first(COUNT, row -> row.number("known"), sourceId, externalIds)
                                .orElseThrow()
                        == externalIds.size();
    }

    public void save(Collection<Feedback> entries) {
        statements.execute(SAVE, new Rows(entries));
    }

    /// Somebody has dealt with it; its own version counts what people say in it, so it stays.
    public void markTriaged(UUID id) {
        statements.execute("update feedback set triaged = true where id = ? and not triaged", id);
    }

    private static Feedback read(Row row) throws SQLException {
        return new Feedback(
                row.id("id"),
                row.id("product_id"),
                row.version(),
                row.id("source_id"),
                row.textOrNull("external_id"),
                row.text("title"),
                row.text("text"),
                row.constant("kind", FeedbackKind.class),
                row.textOrNull("url"),
                row.map("attributes"),
                row.instant("submitted_at"),
                row.instantOrNull("source_updated_at"),
                row.idOrNull("contact_id"),
                row.flag("triaged"),
                row.text("recorded_by"));
    }
}
