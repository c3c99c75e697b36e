package dev.steward.backlog.imports;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How an import is going.
///
/// @param system whose keys the rows bear
/// @param unusedColumns of the file, from which nothing is taken
/// @param counts of a dry run: what would happen
/// @param errors the first 20 errors and warnings; `/imports/{id}/errors` has all; absent in lists
/// @param failure why it FAILED
@Schema(name = "Import")
record ImportView(
        UUID id,
        UUID productId,
        ImportStatus status,
        boolean dryRun,
        String system,
        List<String> unusedColumns,
        Progress progress,
        ImportCounts counts,
        @Nullable List<RowError> errors,
        @Nullable String failure,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant endedAt,
        long version) {

    static final int FIRST_ERRORS = 20;

    /// @param rows of the file
    /// @param done of these
    @Schema(name = "ImportProgress")
    record Progress(int rows, int done) {}

    static ImportView of(ImportJob job, Person creator, @Nullable List<RowError> errors) {
        return new ImportView(
                job.id(),
                job.productId(),
                job.status(),
                job.isDryRun(),
                job.system(),
                job.unusedColumns(),
                new Progress(job.total(), job.counts().sum()),
                job.counts(),
                errors,
                job.failure(),
                job.createdAt(),
                creator,
                job.endedAt(),
                job.version());
    }

    String etag() {
        return Representation.etag(version);
    }
}
