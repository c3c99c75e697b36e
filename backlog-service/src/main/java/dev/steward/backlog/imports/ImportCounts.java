package dev.steward.backlog.imports;

import dev.steward.backlog.item.importing.ImportResult;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was done with the rows of an import.
@Embeddable
@Schema(name = "ImportCounts")
record ImportCounts(
        @Schema(description = "Rows that became new items.") int created,
        @Schema(description = "Rows that changed an item.") int updated,
        @Schema(description = "Rows whose item already had these values.") int unchanged,
        @Schema(description = "Rows that were left out because of an error.") int failed) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    static ImportCounts of(List<ImportResult> results) {
        var counts = NONE;
        for (var one : results) {
            counts =
                    switch (one) {
                        case ImportResult.Created() -> counts.plus(new ImportCounts(1, 0, 0, 0));
                        case ImportResult.Updated() -> counts.plus(new ImportCounts(0, 1, 0, 0));
                        case ImportResult.Unchanged() -> counts.plus(new ImportCounts(0, 0, 1, 0));
                        case ImportResult.Refused _ -> counts.plus(failed(1));
                    };
        }
        return counts;
    }

    static ImportCounts failed(int rows) {
        return new ImportCounts(0, 0, 0, rows);
    }

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                failed + more.failed);
    }

    int sum() {
        return created + updated + unchanged + failed;
    }
}
