package dev.steward.backlog.order.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.steward.backlog.job.Job;
import dev.steward.backlog.job.JobHandler;
import dev.steward.backlog.job.JobKind;
import dev.steward.backlog.order.OrderChanged;
import dev.steward.backlog.order.OrderableItems;
import dev.steward.backlog.order.ProductOrders;
import dev.steward.backlog.order.Reorder;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Applies a proposal to a large order: computes the ranks and stores them, makes them the order
/// for all readers at once, then publishes the events in parts. Until the last part nobody else can
/// change the order.
@ApplicationScoped
class ProposalApplicationHandler implements JobHandler {

    /// The steps. Their names are stored in the database.
    private enum Step {
        COMPUTE,
        SWITCH,
        TELL
    }

    private record StoredRequest(@Nullable String reason) {}

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int PARTS_AT_ONCE = 10;

    private final ProductOrders orders;
    private final Proposals proposals;
    private final ProposalExecutor executor;
    private final OrderableItems items;
    private final PendingRankChanges changes;
    private final EventStore events;
    private final Clock clock;

    ProposalApplicationHandler(
            ProductOrders orders,
            Proposals proposals,
            ProposalExecutor executor,
            OrderableItems items,
            PendingRankChanges changes,
            EventStore events,
            Clock clock) {
        this.orders = orders;
        this.proposals = proposals;
        this.executor = executor;
        this.items = items;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    static Job.Assignment assignment(@Nullable String reason) {
        try {
            return new Job.Assignment(
                    JobKind.ORDER_PROPOSAL,
                    Step.COMPUTE.name(),
                    JSON.writeValueAsString(new StoredRequest(reason)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reason cannot be written as JSON", e);
        }
    }

    @Override
    public JobKind kind() {
        return JobKind.ORDER_PROPOSAL;
    }

    @Override
    public int whole(Job job) {
        return Step.valueOf(job.step()) == Step.TELL ? PARTS_AT_ONCE : 1;
    }

    @Override
    public boolean advance(Job job, int most) {
        return switch (Step.valueOf(job.step())) {
            case COMPUTE -> executor.tryRun(() -> compute(job));
            case SWITCH -> {
                switchTo(job);
                yield true;
            }
            case TELL -> {
                publishParts(job, most);
                yield true;
            }
        };
    }

    private void compute(Job job) {
        var end = Rank.ofNumber(items.lastNumber(job.productId()) + 1);
        var written = changes.write(job.id());
        proposals.current(job.productId()).rankChanges(end, written);
        written.flush();
        job.setTotal(written.count());
        job.advance(0, written.moved());
        if (written.count() == 0) {
            end(job);
        } else {
            job.continueWith(Step.SWITCH.name());
        }
    }

    private void switchTo(Job job) {
        var order = orders.locked(job.productId());
        changes.apply(job.id(), order.nextVersion());
        order.switchTo();
        job.continueWith(Step.TELL.name());
    }

    /// Deletes the published changes in the same transaction.
    ///
    /// @param most number of parts
    private void publishParts(Job job, int most) {
        var order = orders.locked(job.productId());
        var moved = changes.next(job.id(), most * OrderChanged.MAX_MOVES);
        var parts = Math.ceilDiv(job.total(), OrderChanged.MAX_MOVES);
        var first = job.done() / OrderChanged.MAX_MOVES;
        var reorder = new Reorder.Summary(Reorder.Kind.PROPOSAL, job.changed(), reason(job));
        events.append(
                job.by(),
                IntStream.range(0, Math.ceilDiv(moved.size(), OrderChanged.MAX_MOVES))
                        .mapToObj(i -> new OrderChanged.Part(part(moved, i), first + i + 1, parts))
                        .map(part -> order.changedPart(reorder, part))
                        .toList());
        changes.forget(job.id(), moved.size());
        job.advance(moved.size(), 0);
        if (job.done() >= job.total()) {
            end(job);
        }
    }

    private static List<RankChange> part(List<RankChange> moved, int i) {
        var from = i * OrderChanged.MAX_MOVES;
        return List.copyOf(
                moved.subList(from, Math.min(moved.size(), from + OrderChanged.MAX_MOVES)));
    }

    private void end(Job job) {
        var order = orders.locked(job.productId());
        order.release();
        job.succeed(order.orderVersion(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// Once readers see the new order, the job must publish all events, however long that takes.
    @Override
    public boolean giveUp(Job job) {
        if (job.step().equals(Step.TELL.name())) {
            return false;
        }
        orders.locked(job.productId()).release();
        return true;
    }

    @Override
    public void cleanUp() {
        changes.cleanUp();
    }

    private static @Nullable String reason(Job job) {
        try {
            return JSON.readValue(job.request(), StoredRequest.class).reason();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored request cannot be read", e);
        }
    }
}
