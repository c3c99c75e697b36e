package dev.steward.backlog.order;

import dev.steward.backlog.job.JobView;
import dev.steward.platform.web.problem.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order of one product; changes of it follow each other.
@Entity
@Table(name = "product_order")
public class ProductOrder {

    @Id
    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "order_version")
    private long orderVersion;

    private long version;

    @Column(name = "job_id")
    private @Nullable UUID jobId;

    protected ProductOrder() {}

    public long orderVersion() {
        return orderVersion;
    }

    /// Version for the rank of a new item, which no event of the order contains.
    public long version() {
        return version;
    }

    /// Version for the ranks that this request changes.
    public long nextVersion() {
        return version + 1;
    }

    /// @throws OrderMoved when the order has another version than the caller has seen
    public void checkVersion(@Nullable Long seen) {
        if (seen != null && seen != orderVersion) {
            throw new OrderMoved(orderVersion);
        }
    }

    /// @throws OrderBusy while a job applies another order
    void checkNotBusy() {
        if (jobId != null) {
            throw new OrderBusy(jobId);
        }
    }

    /// Nobody else can change the order until the job ends.
    public void reserveFor(UUID job) {
        jobId = job;
    }

    /// Readers see the new order from here on; the job publishes its events in parts.
    public void switchTo() {
        orderVersion++;
    }

    /// @param part one part of all changes of the job
    public OrderChanged changedPart(Reorder.Summary reorder, OrderChanged.Part part) {
        return new OrderChanged(productId, ++version, orderVersion, reorder, part);
    }

    public void release() {
        jobId = null;
    }

    /// The events of a change. The visible version rises unless no item changed its place.
    public List<OrderChanged> changed(Reorder reorder) {
        if (reorder.rankChanges().isEmpty()) {
            return List.of();
        }
        if (reorder.kind() != Reorder.Kind.SPREAD) {
            orderVersion++;
        }
        return changedParts(reorder);
    }

    private List<OrderChanged> changedParts(Reorder reorder) {
        var rankChanges = reorder.rankChanges();
        List<OrderChanged> events = new ArrayList<>();
        var parts = Math.ceilDiv(rankChanges.size(), OrderChanged.MAX_MOVES);
        for (int number = 1; number <= parts; number++) {
            var from = (number - 1) * OrderChanged.MAX_MOVES;
            var to = Math.min(rankChanges.size(), from + OrderChanged.MAX_MOVES);
            var part =
                    new OrderChanged.Part(
                            List.copyOf(rankChanges.subList(from, to)), number, parts);
            events.add(changedPart(reorder.summary(), part));
        }
        return events;
    }

    /// The order has changed since the caller has seen it.
    static final class OrderMoved extends Conflict {

        OrderMoved(long current) {
            super("order-moved", "The order has changed: its version is now " + current + ".");
            fact("orderVersion", current);
        }
    }

    /// A job is applying a whole order; until readers see it, nothing can be moved.
    static final class OrderBusy extends Conflict {

        OrderBusy(UUID job) {
            super("order-busy", "Another order is being applied: ask again in a second.");
            fact("job", JobView.pathOf(job));
        }

        @Override
        protected boolean passes() {
            return true;
        }
    }
}
