package dev.steward.feedback.work;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.readyourwrites.ProjectionTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Projection of sprint-service's work on items. Version and status are stored separately, each
/// with the newest version that set it, because the end of a sprint leaves the status as it was. So
/// the order of arrival does not matter.
@ApplicationScoped
class WorkProjection implements EventConsumer, ProjectionTable {

    private static final String ROWS =
            """
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            """;
    private static final String HEARD =
            """
            insert into work (id, epoch, version, product_id, status, status_epoch, status_version, deleted)
            select id, epoch, version, "productId", 'NONE', 0, 0, deleted
            """
                    + ROWS
                    + """
                    on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                        deleted = excluded.deleted
                    where (excluded.epoch, excluded.version) > (work.epoch, work.version)
                    """;
    private static final String STATUS =
            """
            update work w set status = r.state->>'status', status_epoch = r.epoch, status_version = r.version
            """
                    + ROWS
                    + """
                    where w.id = r.id and r.state is not null
                        and (r.epoch, r.version) > (w.status_epoch, w.status_version)
                    """;

    private record Work(String status) {}

    private final Projection projection;

    WorkProjection(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean consumes(String type) {
        return type.startsWith("steward.sprint.work.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        projection.upsert(HEARD, events);
        projection.upsert(
                STATUS, events.stream().filter(event -> !endsASprintOnly(event)).toList());
    }

    /// Work that is carried into the next sprint counts as selected again. Status NONE although
    /// nobody took the item out of the sprint (`removed`) means that the sprint was closed or
    /// cancelled, or is a snapshot of that.
    private static boolean endsASprintOnly(IncomingEvent event) {
        return event.type().equals("steward.sprint.work.carried.v1")
                || event.state() != null
                        && event.state(Work.class).status().equals("NONE")
                        && !event.type().equals("steward.sprint.work.removed.v1");
    }

    @Override
    public String aggregateType() {
        return "work";
    }

    @Override
    public String table() {
        return "work";
    }
}
