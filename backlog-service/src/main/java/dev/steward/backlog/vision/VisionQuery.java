package dev.steward.backlog.vision;

import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Reads visions: the present ones from their row, earlier ones from the events.
@ApplicationScoped
class VisionQuery {

    private static final String VISIONS =
            """
            select v.product as product, v.status as status, v.text ->> 'statement' as statement,
                v.text ->> 'targetGroup' as target_group, v.text ->> 'needs' as needs,
                v.text ->> 'product' as special, v.text ->> 'businessGoals' as business_goals,
                v.written_at as written_at, v.written_by as written_by, n.name as writer,
                v.superseded_at as superseded_at, v.version as version
            from (%s) v left join person n on n.subject = v.written_by
            order by v.version desc, v.status
            """;
    private static final String PRESENT =
            """
            select product_id as product, 'DRAFT' as status, draft as text, drafted_at as written_at,
                drafted_by as written_by, cast(null as timestamptz) as superseded_at, version
            from vision where product_id = :product and draft is not null
            union all
            select product_id, 'PUBLISHED', published, published_at, published_by, null, version
            from vision where product_id = :product and published is not null
            """;
    private static final String PAST =
            """
            select e.product_id as product, case when next.at is null then 'PUBLISHED' else 'SUPERSEDED' end as status,
                e.state -> 'published' as text, e.at as written_at, e.actor as written_by,
                next.at as superseded_at, e.version
            from event e left join lateral (
                select s.at from event s
                where s.aggregate_type = 'vision' and s.aggregate_id = :product and s.version > e.version
                    and s.type = 'steward.backlog.vision.published.v1'
                order by s.version limit 1) next on true
            where e.aggregate_type = 'vision' and e.aggregate_id = :product and e.version < :behind
                and e.type = 'steward.backlog.vision.published.v1'
            order by e.version desc limit :most
            """;

    private final Database database;

    VisionQuery(Database database) {
        this.database = database;
    }

    /// @param status PUBLISHED or DRAFT
    /// @throws VisionNotFound when there is none
    VisionView one(UUID productId, VisionStatus status) {
        return present(productId).stream()
                .filter(vision -> vision.status() == status)
                .findFirst()
                .orElseThrow(() -> new VisionNotFound(status));
    }

    /// The draft when there is one, otherwise the published vision.
    VisionView latest(UUID productId) {
        return present(productId).stream()
                .findFirst()
                .orElseThrow(() -> new VisionNotFound(VisionStatus.PUBLISHED));
    }

    /// All published visions, newest first.
    ///
    /// @param behind version before which the page begins
    List<VisionView> published(UUID productId, long behind, int limit) {
        return read(PAST, Map.of("product", productId, "behind", behind, "most", limit));
    }

    private List<VisionView> present(UUID productId) {
        return read(PRESENT, Map.of("product", productId));
    }

    private List<VisionView> read(String visions, Map<String, Object> parameters) {
        return database.query(
                VISIONS.formatted(visions),
                query -> query.bindMap(parameters).map(VisionQuery::vision).list());
    }

    private static VisionView vision(RowView row) {
        return new VisionView(
                row.getColumn("product", UUID.class),
                row.getColumn("status", VisionStatus.class),
                row.getColumn("statement", String.class),
                row.getColumn("target_group", String.class),
                row.getColumn("needs", String.class),
                row.getColumn("special", String.class),
                row.getColumn("business_goals", String.class),
                row.getColumn("written_at", Instant.class),
                Person.of(row, "written_by", "writer"),
                row.getColumn("superseded_at", Instant.class),
                row.getColumn("version", Long.class));
    }
}
