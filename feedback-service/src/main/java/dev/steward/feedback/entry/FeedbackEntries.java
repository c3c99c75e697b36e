package dev.steward.feedback.entry;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.release.ReleaseReference;
import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Reads and writes feedback entries.
@ApplicationScoped
public class FeedbackEntries {

    private static final String SELECT =
            """
            select id, product_id, version, source_id, external_id, title, text, kind, url, attributes, submitted_at,
                source_updated_at, contact_id, triaged, recorded_by, merged_into, root_id, decision, reason, status
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
                submitted_at, source_updated_at, contact_id, triaged, recorded_by, root_id)
            select id, "productId", version, "sourceId", "externalId", title, text, kind, url, attributes,
                "submittedAt", "sourceUpdatedAt", "contactId", triaged, "recordedBy", "rootId"
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, version bigint, "sourceId" uuid,
                "externalId" text, title text, text text, kind text, url text, attributes jsonb,
                "submittedAt" timestamptz, "sourceUpdatedAt" timestamptz, "contactId" uuid, triaged boolean,
                "recordedBy" text, "rootId" uuid)
            on conflict (id) do update set version = excluded.version, title = excluded.title, text = excluded.text,
                kind = excluded.kind, url = excluded.url, attributes = excluded.attributes,
                submitted_at = excluded.submitted_at, source_updated_at = excluded.source_updated_at,
                contact_id = excluded.contact_id
            """;

    private static final String LOCK_FAMILIES =
            SELECT
                    + """
                    where id in (
                        select m.id from feedback f join feedback m on m.root_id = f.root_id where f.id = any (?::uuid[]))
                    order by id for no key update
                    """;
    private static final String SAVE_MERGE =
            "update feedback set version = ?, merged_into = ?, root_id = ? where id = ?";

    /// Entries that were merged into it move with it.
    private static final String MOVE_MERGED_ENTRIES =
            """
            with recursive merged as (
                select id from feedback where merged_into = ?
                union all
                select f.id from feedback f join merged m on f.merged_into = m.id)
            update feedback f set root_id = ? from merged m where f.id = m.id
            """;

    private static final String CLOSED_INFO =
            """
            select f.id, f.status, f.merged_into, f.reason, (
                select coalesce(jsonb_agg(distinct jsonb_build_object('id', r.id, 'name', r.name)), '[]')
                from feedback m join link l on l.feedback_id = m.id and l.kind = 'SOLVES' and not l.removed
                join release r on r.item_ids @> array [l.item_id] and r.status = 'RELEASED' and not r.deleted
                where m.root_id = f.root_id and f.merged_into is null) as releases
            from feedback f where f.id = any (?::uuid[])
            """;

    private final Statements statements;

    FeedbackEntries(Statements statements) {
        this.statements = statements;
    }

    public Optional<Feedback> find(UUID id) {
        return statements.first(SELECT + "where id = ?", FeedbackEntries::read, id);
    }

    /// Until the transaction ends nobody else updates it, votes for it or links it.
    public Feedback lock(UUID id) {
        return statements
                .first(SELECT + "where id = ? for no key update", FeedbackEntries::read, id)
                .orElseThrow(FeedbackNotFound::new);
    }

    /// As [#lock(UUID)], for entries and all entries merged with them.
    ///
    /// @return by id
    public Map<UUID, Feedback> lockFamilies(Collection<UUID> ids) {
        return statements.list(LOCK_FAMILIES, FeedbackEntries::read, ids).stream()
                .collect(toMap(Feedback::id, feedback -> feedback));
    }

    /// As [#lock(UUID)], for the entries that have one of the external ids, in the order of ids.
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

    /// Saves which entry it is merged into.
    public void saveMerge(Feedback moved) {
        statements.execute(
                SAVE_MERGE, moved.version(), moved.mergedInto(), moved.rootId(), moved.id());
        statements.execute(MOVE_MERGED_ENTRIES, moved.id(), moved.rootId());
    }

    /// What became of closed entries, by id.
    public Map<UUID, ClosedInfo> closedInfo(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : statements
                        .list(CLOSED_INFO, row -> Map.entry(row.id("id"), readClosedInfo(row)), ids)
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The refusal to vote for a closed entry or to link it.
    public FeedbackIsClosed closed(UUID id) {
        return new FeedbackIsClosed(Objects.requireNonNull(closedInfo(List.of(id)).get(id)));
    }

    /// As [#closed(UUID)], with what the caller may see: a source key that may only write learns no
    /// status.
    public FeedbackIsClosed closed(UUID id, ApiCaller caller) {
        var info = Objects.requireNonNull(closedInfo(List.of(id)).get(id));
        return switch (caller) {
            case ApiCaller.Member _ -> new FeedbackIsClosed(info);
            case ApiCaller.Key key when key.has(Scope.FEEDBACK_READ) ->
                    new FeedbackIsClosed(info.shownToItsSource());
            case ApiCaller.Key _ -> new FeedbackIsClosed();
        };
    }

    private static ClosedInfo readClosedInfo(Row row) throws SQLException {
        return new ClosedInfo(
                row.constant("status", FeedbackStatus.class),
                row.idOrNull("merged_into"),
                row.textOrNull("reason"),
                row.json("releases", new TypeReference<List<ReleaseReference>>() {}));
    }

    /// Marks that somebody has looked at it. The version stays: it counts changes of the content
    /// only.
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
                row.text("recorded_by"),
                row.idOrNull("merged_into"),
                row.id("root_id"),
                row.textOrNull("decision") == null
                        ? null
                        : row.constant("decision", Decision.class),
                row.textOrNull("reason"),
                row.constant("status", FeedbackStatus.class));
    }
}
