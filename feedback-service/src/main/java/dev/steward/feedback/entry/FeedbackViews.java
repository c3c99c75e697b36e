package dev.steward.feedback.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.source.caller.ApiCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads entries with everything that is shown with them. Personal data is joined on read, never
/// copied.
@ApplicationScoped
public class FeedbackViews {

    /// Filter of a list.
    ///
    /// @param recordedBy only what this member or source submitted; null for all
    /// @param sourceId only what came from this source; null for all
    /// @param before the last id of the page before; null for the first page
    record FeedbackQuery(
            UUID productId,
            @Nullable String recordedBy,
            @Nullable UUID sourceId,
            @Nullable List<String> status,
            @Nullable List<String> kind,
            @Nullable String externalId,
            @Nullable UUID before) {}

    /// Without the columns that only the single entry shows.
    private static final String SUMMARY =
            "f.id, f.version, f.source_id, f.external_id, f.title, f.kind, f.status, f.submitted_at,"
                    + " f.source_updated_at, f.merged_into, f.reason, f.contact_id";

    private static final String SHOWN =
            """
            select %s, s.name as source_name, c.name as contact_name, c.email, c.customer_id,
                (select count(*)::int from vote v where v.feedback_id = f.id and not v.withdrawn
                    and (?::text is null or v.recorded_by = ?::text)) as vote_count
            from feedback f join source s on s.id = f.source_id left join contact c on c.id = f.contact_id
            """;

    private static final String ONE =
            """
            select shown.*, (
                select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'importance', l.importance,
                    'item', jsonb_build_object('id', l.item_id, 'key', i.key, 'title', i.title)) order by l.id), '[]')
                from link l left join item i on i.id = l.item_id
                where l.feedback_id = shown.id and not l.removed) as links, (
                select coalesce(jsonb_agg(distinct jsonb_build_object('key', i.key, 'release', (
                    select min(r.name) from release r
                    where r.item_ids @> array [l.item_id] and r.status = 'RELEASED' and not r.deleted))), '[]')
                from feedback m join link l on l.feedback_id = m.id and l.kind = 'SOLVES' and not l.removed
                left join item i on i.id = l.item_id
                where m.root_id = shown.root_id) as solved_by
            from (%s where f.id = ?) shown
            """
                    .formatted(SHOWN.formatted("f.*"));
    private static final String PAGE =
            """
            %s where f.product_id = ?
                and (?::text is null or f.recorded_by = ?::text) and (?::uuid is null or f.source_id = ?::uuid)
                and (?::text[] is null or f.kind = any (?::text[])) and (?::text is null or f.external_id = ?::text)
                and (?::uuid is null or f.id < ?::uuid) and (?::text[] is null or f.status = any (?::text[]))
            order by f.id desc limit ?
            """
                    .formatted(SHOWN.formatted(SUMMARY));

    private final Statements statements;

    FeedbackViews(Statements statements) {
        this.statements = statements;
    }

    /// With what the caller may see.
    public Optional<FeedbackView> find(UUID id, ApiCaller caller) {
        var recordedBy = votesRecordedBy(caller);
        return statements
                .first(ONE, FeedbackViews::readEntry, recordedBy, recordedBy, id)
                .map(view -> view.shownTo(caller));
    }

    /// Newest first, without what only the single entry shows.
    List<FeedbackView> page(FeedbackQuery query, ApiCaller caller, int limit) {
        var recordedBy = votesRecordedBy(caller);
        return statements.list(
                PAGE,
                FeedbackViews::readSummary,
                recordedBy,
                recordedBy,
                query.productId(),
                query.recordedBy(),
                query.recordedBy(),
                query.sourceId(),
                query.sourceId(),
                query.kind(),
                query.kind(),
                query.externalId(),
                query.externalId(),
                query.before(),
                query.before(),
                query.status(),
                query.status(),
                limit);
    }

    /// Whose votes are counted: for a source key those of its source, for members all (null).
    private static @Nullable String votesRecordedBy(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member _ -> null;
            case ApiCaller.Key key -> key.source().actor();
        };
    }

    private static FeedbackView readEntry(Row row) throws SQLException {
        return read(row, true);
    }

    private static FeedbackView readSummary(Row row) throws SQLException {
        return read(row, false);
    }

    private static FeedbackView read(Row row, boolean full) throws SQLException {
        return new FeedbackView(
                row.id("id"),
                row.version(),
                new FeedbackView.SourceReference(row.id("source_id"), row.text("source_name")),
                row.textOrNull("external_id"),
                row.text("title"),
                full ? row.text("text") : null,
                row.constant("kind", FeedbackKind.class),
                full ? row.textOrNull("url") : null,
                full ? row.map("attributes") : null,
                row.constant("status", FeedbackStatus.class),
                row.instant("submitted_at"),
                row.instantOrNull("source_updated_at"),
                row.idOrNull("merged_into"),
                row.textOrNull("reason"),
                contact(row),
                row.number("vote_count"),
                full
                        ? row.json("links", new TypeReference<List<FeedbackView.LinkedItem>>() {})
                        : null,
                full
                        ? row.json(
                                "solved_by", new TypeReference<List<FeedbackView.SolvingItem>>() {})
                        : null,
                null);
    }

    private static FeedbackView.@Nullable ContactReference contact(Row row) throws SQLException {
        var id = row.idOrNull("contact_id");
        return id == null
                ? null
                : new FeedbackView.ContactReference(
                        id,
                        row.textOrNull("contact_name"),
                        row.textOrNull("email"),
                        row.idOrNull("customer_id"));
    }
}
