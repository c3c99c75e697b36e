package dev.steward.backlog.imports;

import dev.steward.backlog.item.Taken;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of rows.
@Embeddable
@Schema(name = "ImportCounts")
record Counts(int created, int updated, int unchanged, int failed) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(List<Taken> taken) {
        var counts = NONE;
        for (var one : taken) {
            counts =
                    switch (one) {
                        case Taken.Created() -> counts.plus(new Counts(1, 0, 0, 0));
                        case Taken.Updated() -> counts.plus(new Counts(0, 1, 0, 0));
                        case Taken.Unchanged() -> counts.plus(new Counts(0, 0, 1, 0));
                        case Taken.Refused _ -> counts.plus(failed(1));
                    };
        }
        return counts;
    }

    static Counts failed(int rows) {
        return new Counts(0, 0, 0, rows);
    }

    Counts plus(Counts more) {
        return new Counts(
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                failed + more.failed);
    }

    int sum() {
        return created + updated + unchanged + failed;
    }
}
