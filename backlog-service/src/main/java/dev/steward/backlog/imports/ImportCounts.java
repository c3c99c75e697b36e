package dev.steward.backlog.imports;

import dev.steward.backlog.item.ImportResult;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of rows.
@Embeddable
@Schema(name = "ImportCounts")
record ImportCounts(int created, int updated, int unchanged, int failed) {

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
