package dev.steward.platform.messaging.republish;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.topic.Topics;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The owner states all it holds again: one snapshot per aggregate at its current version, for
/// projections that are built anew and for readers that have missed something; a deleted one is
/// stated as deleted. Others ignore what is not newer. Snapshots are pointer rows, never events:
/// history, audit and gap checks do not see them.
///
/// It happens in steps, each a transaction of its own that also notes where to go on. When all
/// products are through, a marker in every partition says so: what a projection still holds of an
/// older epoch then is gone ([LostAggregates]).
@ApplicationScoped
public class Republish {

    /// In the type of a marker, where an event names its aggregate and what happened to it.
    static final String COMPLETED = ".republish.completed.v1";

    private static final String RECORD = "record";

    /// Events of requests must not wait behind all snapshots.
    private static final int MOST_WAITING = 5_000;

    private static final String WAITING =
            "select count(*) from (select from outbox limit %d) waiting"
                    .formatted(MOST_WAITING + 1);
    private static final String NEXT_PRODUCT =
            """
            select product_id from event where product_id > :product order by product_id limit 1
            """;

    private final Database database;
    private final List<SnapshotSource> own;
    private final RepublishJobs jobs;
    private final EventStoreSnapshots recorded;
    private final SnapshotPointers pointers;
    private final Clock clock;

    Republish(
            Database database,
            @All List<SnapshotSource> own,
            RepublishJobs jobs,
            EventStoreSnapshots recorded,
            SnapshotPointers pointers,
            Clock clock) {
        this.database = database;
        this.own = own;
        this.jobs = jobs;
        this.recorded = recorded;
        this.pointers = pointers;
        this.clock = clock;
    }

    /// Asks for a republish of a product, or of all: [RepublishLoop] does it.
    @Transactional
    public RepublishJob.Progress request(@Nullable UUID product) {
        return jobs.add(UuidCreator.getTimeOrderedEpoch(), product).progress();
    }

    /// A reader has missed something: asked by several, or again, it is one republish.
    @Transactional
    void requestUnlessUnderWay() {
        if (!jobs.isAllUnderWay()) {
            request(null);
        }
    }

    /// The newest twenty, the newest first.
    public List<RepublishJob.Progress> newest() {
        return jobs.newest().stream().map(RepublishJob::progress).toList();
    }

    /// One step of the oldest republish that is not completed.
    ///
    /// @return false when there is nothing to do for now
    @Transactional
    public boolean step() {
        if (isOutboxFull()) {
            return false;
        }
        var job = jobs.lockNext();
        job.map(this::advanced).ifPresent(jobs::update);
        return job.isPresent();
    }

    private RepublishJob advanced(RepublishJob job) {
        if (job.product() == null || job.source() == null) {
            return nextProduct(job)
                    .map(product -> job.at(product, sources().getFirst(), null, 0))
                    .orElseGet(() -> completed(job));
        }
        var product = job.product();
        var source = job.source();
        if (source.equals(RECORD)) {
            var step =
                    recorded.step(
                            product,
                            job.position(),
                            job.startedAt(),
                            own.stream().map(SnapshotSource::aggregateType).toList());
            return following(job, product, source, step.next(), step.snapshots());
        }
        var page = snapshots(source).page(product, job.position());
        pointers.write(
                page.snapshots().stream()
                        .map(snapshot -> pointers.snapshot(product, job.epoch(), snapshot))
                        .toList());
        return following(job, product, source, page.next(), page.snapshots().size());
    }

    private RepublishJob following(
            RepublishJob job, UUID product, String source, @Nullable String next, int more) {
        return next != null
                ? job.at(product, source, next, more)
                : job.at(product, sourceAfter(source), null, more);
    }

    private RepublishJob completed(RepublishJob job) {
        if (job.onlyProduct() == null) {
            pointers.write(
                    IntStream.range(0, Topics.PARTITIONS)
                            .mapToObj(partition -> pointers.marker(job, partition))
                            .toList());
        }
        return job.completed(clock.instant());
    }

    private List<String> sources() {
        var sources =
                new ArrayList<>(own.stream().map(SnapshotSource::aggregateType).sorted().toList());
        sources.add(RECORD);
        return sources;
    }

    private @Nullable String sourceAfter(String source) {
        var sources = sources();
        var next = sources.indexOf(source) + 1;
        return next < sources.size() ? sources.get(next) : null;
    }

    private SnapshotSource snapshots(String aggregateType) {
        return own.stream()
                .filter(source -> source.aggregateType().equals(aggregateType))
                .findFirst()
                .orElseThrow();
    }

    private Optional<UUID> nextProduct(RepublishJob job) {
        if (job.onlyProduct() != null) {
            return job.product() == null ? Optional.of(job.onlyProduct()) : Optional.empty();
        }
        var behind = job.product() == null ? SnapshotPointers.NO_PRODUCT : job.product();
        return database.query(
                NEXT_PRODUCT, query -> query.bind("product", behind).mapTo(UUID.class).findOne());
    }

    private boolean isOutboxFull() {
        return database.query(WAITING, query -> query.mapTo(Integer.class).one()) > MOST_WAITING;
    }
}
