package dev.steward.platform.messaging.consume;

import dev.steward.platform.messaging.readyourwrites.ProjectionTable;
import java.util.List;

/// A consumer that keeps the newest state of another service's aggregates in a table. `@Singleton`
/// in its subclasses, which say what is read and how it is written.
public abstract class StateProjection implements EventConsumer, ProjectionTable {

    private final Projection projection;
    private final String types;
    private final String aggregateType;
    private final String table;
    private final String upsert;

    /// @param types beginning of the event types that are read: `steward.backlog.item.`
    /// @param table where the rows are, for readers that wait for a version
    /// @param upsert as [Projection#upsert] wants it
    protected StateProjection(Projection projection, String types, String table, String upsert) {
        this.projection = projection;
        this.types = types;
        this.aggregateType = types.split("\\.")[2];
        this.table = table;
        this.upsert = upsert;
    }

    @Override
    public final boolean consumes(String type) {
        return type.startsWith(types);
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        write(events);
    }

    /// @return rows written
    protected final int write(List<IncomingEvent> events) {
        return projection.upsert(upsert, events);
    }

    @Override
    public final String aggregateType() {
        return aggregateType;
    }

    @Override
    public final String table() {
        return table;
    }
}
