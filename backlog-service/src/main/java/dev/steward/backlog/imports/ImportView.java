package dev.steward.backlog.imports;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An import, as answers show it.
@Schema(name = "Import")
public record ImportView(
        @Schema(description = "Id of the import.") UUID id,
        @Schema(description = "Id of the product that the items go to.") UUID productId,
        @Schema(
                        description =
                                "PENDING, RUNNING, or ended: SUCCEEDED (rows may still have failed,"
                                        + " see `counts`), FAILED or CANCELLED.")
                ImportStatus status,
        @Schema(
                        description =
                                "True when the import only counts what it would do and changes"
                                        + " nothing.")
                boolean dryRun,
        @Schema(
                        description =
                                "Name of the tool that the file comes from. Tool and key together"
                                        + " identify an item, so that a second import updates it.")
                String system,
        @Schema(description = "Columns of the file that are not read, in the file's order.")
                List<String> unusedColumns,
        @Schema(description = "How many rows there are and how many are done.") Progress progress,
        @Schema(
                        description =
                                "What became of the rows so far; in a dry run, what would become of"
                                        + " them.")
                ImportCounts counts,
        @Schema(
                        description =
                                "The first 20 errors and warnings, by line; all are in"
                                        + " `/imports/{id}/errors`. Absent in lists.")
                @Nullable List<RowError> errors,
        @Schema(
                        description =
                                "Why the whole import failed, for people to read; null unless the"
                                        + " status is FAILED.")
                @Nullable String failure,
        @Schema(description = "When the file was sent (UTC).") Instant createdAt,
        @Schema(description = "Who sent it.") Person createdBy,
        @Schema(description = "When it ended (UTC); null while it is PENDING or RUNNING.")
                @Nullable Instant endedAt,
        @Schema(description = ApiTexts.VERSION) long version) {

    static final int FIRST_ERRORS = 20;

    @Schema(name = "ImportProgress")
    record Progress(
            @Schema(description = "Rows in the file, without its header and without empty rows.")
                    int rows,
            @Schema(description = "Rows that are done, failed ones included.") int done) {}

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

    public String etag() {
        return Representation.etag(version);
    }
}
