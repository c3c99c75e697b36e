package dev.steward.feedback.work;

import dev.steward.platform.messaging.EventConsumer;
import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.platform.messaging.Projected;
import dev.steward.platform.messaging.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps what sprint-service says of the work on items. Two registers, each with the newest that it
/// was told, so that neither the order of arrival nor the cut of a batch matters: the version heard
/// last, and the status, which the end of a sprint leaves as it was.
@ApplicationScoped
class WorkProjection implements EventConsumer, Projected {

    private static final String ROWS =
            """
            from jsonb_to_recordset(?::jsonb)
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
    public boolean wants(String type) {
        return type.startsWith("steward.sprint.work.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        projection.upsert(HEARD, events);
        projection.upsert(
                STATUS, events.stream().filter(event -> !endsASprintOnly(event)).toList());
    }

    /// Carried into the next sprint, work that was begun is selected again. And where there is none
    /// though nobody took the item out, its sprint was closed or cancelled (`returned`), or a
    /// snapshot tells of it.
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
