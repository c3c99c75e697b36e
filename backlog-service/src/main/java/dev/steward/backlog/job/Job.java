package dev.steward.backlog.job;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventContext;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work that a user has requested and that takes longer than a request, with its progress.
@Entity
@Table(name = "job")
public class Job {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "product_key")
    private String productKey;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    @Enumerated(EnumType.STRING)
    private JobStatus status = JobStatus.PENDING;

    private String step;
    private long position;
    private String request;
    private int total;
    private int done;
    private int changed;

    @Column(name = "result_version")
    private @Nullable Long resultVersion;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    private @Nullable String failure;
    @Embedded private Requester requester;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private long version = 1;

    protected Job() {}

    /// What the job has to do.
    ///
    /// @param step the first step
    /// @param request JSON, whose format depends on the kind
    public record Assignment(JobKind kind, String step, String request) {}

    Job(Grant grant, Assignment assignment, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = grant.productId();
        this.productKey = grant.productKey();
        this.kind = assignment.kind();
        this.step = assignment.step();
        this.request = assignment.request();
        this.requester = Requester.of(grant.by());
        this.createdAt = at;
    }

    /// Continues with another step.
    public void continueWith(String next) {
        step = next;
        run();
    }

    /// The next step begins after this position.
    public void continueAfter(long last) {
        position = last;
        run();
    }

    /// @param items number of items to work on
    public void setTotal(int items) {
        total = Math.max(items, done);
        run();
    }

    /// @param items number of items that were done
    /// @param news number of these that have changed
    public void advance(int items, int news) {
        done += items;
        changed += news;
        total = Math.max(total, done);
        run();
    }

    private void run() {
        status = JobStatus.RUNNING;
        version++;
    }

    /// @param resultingVersion version of the order or the scoring model that the job led to
    public void succeed(long resultingVersion, Instant at) {
        resultVersion = resultingVersion;
        end(JobStatus.SUCCEEDED, at);
    }

    public void fail(String code, String message, Instant at) {
        failureCode = code;
        failure = message;
        end(JobStatus.FAILED, at);
    }

    private void end(JobStatus how, Instant at) {
        status = how;
        endedAt = at;
        version++;
    }

    /// The person who requested it, for the events.
    public EventContext by() {
        return requester.context();
    }

    public UUID id() {
        return id;
    }

    public UUID productId() {
        return productId;
    }

    public String step() {
        return step;
    }

    public long position() {
        return position;
    }

    public String request() {
        return request;
    }

    public int done() {
        return done;
    }

    public int total() {
        return total;
    }

    public int changed() {
        return changed;
    }

    public JobStatus status() {
        return status;
    }

    JobKind kind() {
        return kind;
    }

    @Nullable Long resultVersion() {
        return resultVersion;
    }

    @Nullable String failureCode() {
        return failureCode;
    }

    @Nullable String failure() {
        return failure;
    }

    String actor() {
        return requester.actor();
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    long version() {
        return version;
    }
}
