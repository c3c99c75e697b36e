package dev.steward.backlog.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order of one product as something that people agree on: moves change it one after the other.
@Entity
@Table(name = "product_order")
class ProductOrder {

    @Id
    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "order_version")
    private long orderVersion;

    private long version;

    @Column(name = "job_id")
    private @Nullable UUID jobId;

    protected ProductOrder() {}

    long orderVersion() {
        return orderVersion;
    }

    /// What a new item's rank gets as its version: no event of the order brought it here.
    long version() {
        return version;
    }

    /// What the ranks that this request changes get as their version.
    long nextVersion() {
        return version + 1;
    }

    /// @throws OrderMoved when the caller has looked at another order than this
    void expect(@Nullable Long seen) {
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

    /// Until the job ends nobody else changes the order.
    void reserveFor(UUID job) {
        jobId = job;
    }

    /// The order is another one from here on, and the job tells of it in parts.
    void switchTo() {
        orderVersion++;
    }

    /// @param part of all that the job has changed
    OrderChanged tell(Reorder.Summary reorder, OrderChanged.Part part) {
        return new OrderChanged(productId, ++version, orderVersion, reorder, part);
    }

    void release() {
        jobId = null;
    }

    /// Whoever looked at the order before has looked at another one, unless nothing changed places.
    List<OrderChanged> changed(Reorder reorder) {
        if (reorder.rankChanges().isEmpty()) {
            return List.of();
        }
        if (reorder.kind() != Reorder.Kind.SPREAD) {
            orderVersion++;
        }
        return tell(reorder);
    }

    private List<OrderChanged> tell(Reorder reorder) {
        var rankChanges = reorder.rankChanges();
        List<OrderChanged> events = new ArrayList<>();
        var parts = Math.ceilDiv(rankChanges.size(), OrderChanged.MAX_MOVES);
        for (int number = 1; number <= parts; number++) {
            var from = (number - 1) * OrderChanged.MAX_MOVES;
            var to = Math.min(rankChanges.size(), from + OrderChanged.MAX_MOVES);
            var part = new OrderChanged.Part(List.copyOf(rankChanges.subList(from, to)), number, parts);
            events.add(tell(reorder.summary(), part));
        }
        return events;
    }
}
