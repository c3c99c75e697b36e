package dev.steward.feedback.entry;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.release.ReleaseReference;
import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;

/// The feedback entries of all products.
@ApplicationScoped
public class FeedbackEntries implements PanacheRepositoryBase<Feedback, UUID> {

    private static final String INSERT =
            """
            insert into feedback (id, root_id, version, product_id, source_id, external_id, recorded_by, title, text, kind,
                url, attributes, submitted_at, source_updated_at, contact_id, triaged)
            select r.id, r.id, r.version, o."productId", o."sourceId", o."externalId", o."recordedBy", c.title, c.text, c.kind,
                c.url, c.attributes, c."submittedAt", c."sourceUpdatedAt", c."contactId", false
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, version bigint, origin jsonb, content jsonb),
                jsonb_to_record(r.origin) as o ("productId" uuid, "sourceId" uuid, "externalId" text, "recordedBy" text),
                jsonb_to_record(r.content) as c (title text, text text, kind text, url text, attributes jsonb,
                    "submittedAt" timestamptz, "sourceUpdatedAt" timestamptz, "contactId" uuid)
            """;

    private static final String OF_SOURCE =
            " from feedback where source_id = :source and external_id = any (:externalIds)";
    private static final String COUNT = "select count(*)" + OF_SOURCE;
    private static final String LOCK = "select id" + OF_SOURCE + " order by id for no key update";
    private static final String LOCK_FAMILIES =
            """
            select id from feedback where id in (
                select m.id from feedback f join feedback m on m.root_id = f.root_id where f.id = any (:ids))
            order by id for no key update
            """;

    /// Entries that were merged into it move with it.
    private static final String MOVE_MERGED_ENTRIES =
            """
            with recursive merged as (
                select id from feedback where merged_into = :id
                union all
                select f.id from feedback f join merged m on f.merged_into = m.id)
            update feedback f set root_id = :root from merged m where f.id = m.id
            """;

    private static final String CLOSED_INFO =
            """
            select f.id, f.status, f.merged_into, f.reason, (
                select coalesce(jsonb_agg(distinct jsonb_build_object('id', r.id, 'name', r.name)), '[]')
                from feedback m join link l on l.feedback_id = m.id and l.kind = 'SOLVES' and not l.removed
                join release r on r.item_ids @> array [l.item_id] and r.status = 'RELEASED' and not r.deleted
                where m.root_id = f.root_id and f.merged_into is null) as releases
            from feedback f where f.id = any (:ids)
            """;

    private static final QualifiedType<List<ReleaseReference>> RELEASES =
            Json.column(new GenericType<>() {});

    private record NewRow(UUID id, long version, Feedback.Origin origin, FeedbackContent content) {}

    private final Database database;

    FeedbackEntries(Database database) {
        this.database = database;
    }

    /// New ones that nobody has looked at, all in one statement.
    public void insert(Collection<Feedback> entries) {
        if (!entries.isEmpty()) {
            var rows =
                    entries.stream()
                            .map(entry ->
                                    new NewRow(
                                            entry.id(),
                                            entry.version(),
                                            entry.origin(),
                                            entry.content()))
                            .toList();
            database.update(INSERT, insert -> insert.bind("rows", new Json(rows)));
        }
    }

    public Feedback get(UUID id) {
        return findByIdOptional(id).orElseThrow(FeedbackNotFound::new);
    }

    /// Until the transaction ends nobody else updates it, votes for it or links it.
    public Feedback lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(FeedbackNotFound::new);
    }

    /// As [#lock(UUID)], for entries and all entries merged with them.
    ///
    /// @return the entries themselves, by id
    public Map<UUID, Feedback> lockFamilies(Collection<UUID> ids) {
        database.query(
                LOCK_FAMILIES,
                query -> query.bind("ids", SqlArray.uuids(ids)).mapTo(UUID.class).list());
        return getSession().findMultiple(Feedback.class, ids.stream().distinct().toList()).stream()
                .collect(toMap(Feedback::id, feedback -> feedback));
    }

    /// As [#lock(UUID)], for the entries that have one of the external ids, in the order of ids.
    public List<Feedback> lock(UUID sourceId, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return List.of();
        }
        var ids =
                database.query(
                        LOCK,
                        query ->
                                query.bind("source", sourceId)
                                        .bind("externalIds", SqlArray.texts(externalIds))
                                        .mapTo(UUID.class)
                                        .list());
        return getSession().findMultiple(Feedback.class, ids);
    }

    /// @param externalIds distinct
    public boolean knowsAll(UUID sourceId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                || database.query(
                                COUNT,
                                query ->
                                        query.bind("source", sourceId)
                                                .bind("externalIds", SqlArray.texts(externalIds))
                                                .mapTo(Integer.class)
                                                .one())
                        == externalIds.size();
    }

    /// Moves the entries that were merged into it to its root. None of them is loaded: an entry is
    /// never merged into one that is merged into it.
    public void moveMergedEntries(Feedback moved) {
        database.update(
                MOVE_MERGED_ENTRIES,
                update -> update.bind("id", moved.id()).bind("root", moved.rootId()));
    }

    /// The status of an entry now.
    public FeedbackStatus statusOf(UUID id) {
        return find("select status from Feedback where id = ?1", id)
                .project(FeedbackStatus.class)
                .singleResult();
    }

    /// What became of closed entries, by id.
    public Map<UUID, ClosedInfo> closedInfo(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.query(
                        CLOSED_INFO,
                        query ->
                                query.bind("ids", SqlArray.uuids(ids))
                                        .collectRows(
                                                toMap(
                                                        row -> row.getColumn("id", UUID.class),
                                                        FeedbackEntries::closedInfo)));
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

    private static ClosedInfo closedInfo(RowView row) {
        return new ClosedInfo(
                row.getColumn("status", FeedbackStatus.class),
                row.getColumn("merged_into", UUID.class),
                row.getColumn("reason", String.class),
                row.getColumn("releases", RELEASES));
    }
}
