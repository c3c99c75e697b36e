package dev.steward.backlog.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.imports.ImportStatus.ImportHasEnded;
import dev.steward.backlog.imports.RowStaging.FileKind;
import dev.steward.backlog.item.create.ItemFactory.CreationContext;
import dev.steward.backlog.job.Requester;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.paging.SizeLimitedPage;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An import of a file.
@Entity
@Table(name = "import_job")
class ImportJob {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "product_key")
    private String productKey;

    private String system;

    @Column(name = "dry_run")
    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private ImportStatus status = ImportStatus.PENDING;

    @Column(name = "unused_columns", columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> unusedColumns;

    private boolean arrived;
    private int total;
    private int position;
    @Embedded private ImportCounts counts = ImportCounts.NONE;
    private @Nullable String failure;
    @Embedded private Requester requester;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "touched_at")
    private Instant touchedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private long version = 1;

    protected ImportJob() {}

    ImportJob(Grant grant, FileKind kind, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = grant.productId();
        this.productKey = grant.productKey();
        this.system = kind.system();
        this.dryRun = kind.dryRun();
        this.unusedColumns = List.copyOf(kind.unusedColumns());
        this.requester = Requester.of(grant.by());
        this.createdAt = at;
        this.touchedAt = at;
    }

    /// Adds a part of the file.
    ///
    /// @param refused rows of the part with errors
    void receive(int rows, int refused, Instant at) {
        if (arrived) {
            throw new IllegalStateException("the file is complete already");
        }
        total += rows;
        counts = counts.plus(ImportCounts.failed(refused));
        touchedAt = at;
    }

    /// The file is complete: the import can begin.
    ///
    /// @param repeated rows with the key of an earlier row
    void completeUpload(int repeated, Instant at) {
        counts = counts.plus(ImportCounts.failed(repeated));
        arrived = true;
        touchedAt = at;
    }

    /// @param to number of the last row of the chunk
    void advance(int to, ImportCounts added, Instant at) {
        status = ImportStatus.RUNNING;
        position = to;
        counts = counts.plus(added);
        touch(at);
    }

    void succeed(Instant at) {
        end(ImportStatus.SUCCEEDED, at);
    }

    void fail(String why, Instant at) {
        failure = why;
        end(ImportStatus.FAILED, at);
    }

    /// Imported items stay. Does nothing when it is cancelled already.
    ///
    /// @throws ImportHasEnded when it has ended otherwise
    void cancel(Instant at) {
        if (status == ImportStatus.CANCELLED) {
            return;
        }
        if (status.isEnd()) {
            throw new ImportHasEnded(status);
        }
        end(ImportStatus.CANCELLED, at);
    }

    private void end(ImportStatus how, Instant at) {
        status = how;
        endedAt = at;
        touch(at);
    }

    private void touch(Instant at) {
        touchedAt = at;
        version++;
    }

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return 1_000
                + SizeLimitedPage.bytes(failure)
                + unusedColumns.stream().mapToLong(SizeLimitedPage::bytes).sum();
    }

    CreationContext creationContext() {
        return new CreationContext(productId, productKey, requester.context());
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    List<String> unusedColumns() {
        return unusedColumns;
    }

    String system() {
        return system;
    }

    boolean isDryRun() {
        return dryRun;
    }

    ImportStatus status() {
        return status;
    }

    int total() {
        return total;
    }

    int position() {
        return position;
    }

    ImportCounts counts() {
        return counts;
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
