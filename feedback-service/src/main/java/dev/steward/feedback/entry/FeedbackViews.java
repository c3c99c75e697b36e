package dev.steward.feedback.entry;

import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads entries with everything that is shown with them. Personal data is joined on read, never
/// copied.
@ApplicationScoped
public class FeedbackViews {

    /// Filter of a list.
    ///
    /// @param recordedBy only what this member or source submitted; null for all
    /// @param sourceId only what came from this source; null for all
    /// @param status only in one of these; empty for all
    /// @param kind only of one of these; empty for all
    /// @param before the last id of the page before; null for the first page
    record FeedbackQuery(
            UUID productId,
            @Nullable String recordedBy,
            @Nullable UUID sourceId,
            List<String> status,
            List<String> kind,
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
                    and (:votesOf::text is null or v.recorded_by = :votesOf)) as vote_count
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
            from (%s where f.id = :id) shown
            """
                    .formatted(SHOWN.formatted("f.*"));
    private static final String PAGE =
            """
            %s where f.product_id = :product
                and (:recordedBy::text is null or f.recorded_by = :recordedBy)
                and (:source::uuid is null or f.source_id = :source)
                and (:kinds = '{}' or f.kind = any (:kinds))
                and (:externalId::text is null or f.external_id = :externalId)
                and (:before::uuid is null or f.id < :before)
                and (:statuses = '{}' or f.status = any (:statuses))
            order by f.id desc limit :limit
            """
                    .formatted(SHOWN.formatted(SUMMARY));

    private static final QualifiedType<List<FeedbackView.LinkedItem>> LINKS =
            Json.column(new GenericType<>() {});
    private static final QualifiedType<List<FeedbackView.SolvingItem>> SOLVED_BY =
            Json.column(new GenericType<>() {});
    private static final QualifiedType<Map<String, String>> ATTRIBUTES =
            Json.column(new GenericType<>() {});

    private final Database database;

    FeedbackViews(Database database) {
        this.database = database;
    }

    /// With what the caller may see.
    public Optional<FeedbackView> find(UUID id, ApiCaller caller) {
        return database.query(
                        ONE,
                        query ->
                                query.bind("votesOf", votesRecordedBy(caller))
                                        .bind("id", id)
                                        .map(row -> entry(row, true))
                                        .findOne())
                .map(view -> view.shownTo(caller));
    }

    /// Newest first, without what only the single entry shows.
    List<FeedbackView> page(FeedbackQuery filter, ApiCaller caller, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("votesOf", votesRecordedBy(caller))
                                .bind("product", filter.productId())
                                .bind("recordedBy", filter.recordedBy())
                                .bind("source", filter.sourceId())
                                .bind("kinds", SqlArray.texts(filter.kind()))
                                .bind("externalId", filter.externalId())
                                .bind("before", filter.before())
                                .bind("statuses", SqlArray.texts(filter.status()))
                                .bind("limit", limit)
                                .map(row -> entry(row, false))
                                .list());
    }

    /// Whose votes are counted: for a source key those of its source, for members all (null).
    private static @Nullable String votesRecordedBy(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member _ -> null;
            case ApiCaller.Key key -> key.source().actor();
        };
    }

    private static FeedbackView entry(RowView row, boolean full) {
        return new FeedbackView(
                row.getColumn("id", UUID.class),
                row.getColumn("version", Long.class),
                new FeedbackView.SourceReference(
                        row.getColumn("source_id", UUID.class),
                        row.getColumn("source_name", String.class)),
                row.getColumn("external_id", String.class),
                row.getColumn("title", String.class),
                full ? row.getColumn("text", String.class) : null,
                row.getColumn("kind", FeedbackKind.class),
                full ? row.getColumn("url", String.class) : null,
                full ? row.getColumn("attributes", ATTRIBUTES) : null,
                row.getColumn("status", FeedbackStatus.class),
                row.getColumn("submitted_at", Instant.class),
                row.getColumn("source_updated_at", Instant.class),
                row.getColumn("merged_into", UUID.class),
                row.getColumn("reason", String.class),
                contact(row),
                row.getColumn("vote_count", Integer.class),
                full ? row.getColumn("links", LINKS) : null,
                full ? row.getColumn("solved_by", SOLVED_BY) : null,
                null);
    }

    private static FeedbackView.@Nullable ContactReference contact(RowView row) {
        var id = row.getColumn("contact_id", UUID.class);
        return id == null
                ? null
                : new FeedbackView.ContactReference(
                        id,
                        row.getColumn("contact_name", String.class),
                        row.getColumn("email", String.class),
                        row.getColumn("customer_id", UUID.class));
    }
}
