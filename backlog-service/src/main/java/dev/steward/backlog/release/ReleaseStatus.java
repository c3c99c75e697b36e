package dev.steward.backlog.release;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReleaseStatus")
enum ReleaseStatus {
    PLANNED,
    RELEASED,
    ROLLED_BACK;

    /// Allowed actions, named by the last part of their paths.
    List<String> steps() {
        return switch (this) {
            case PLANNED -> List.of("release");
            case RELEASED -> List.of("rollback");
            case ROLLED_BACK -> List.of();
        };
    }
}
