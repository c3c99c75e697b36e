package dev.steward.backlog.imports;

import dev.steward.platform.web.problem.Conflict;

enum ImportStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    boolean isEnd() {
        return switch (this) {
            case PENDING, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }

    static final class ImportHasEnded extends Conflict {

        ImportHasEnded(ImportStatus status) {
            super("import-has-ended", "The import is " + status + ": it cannot be cancelled.");
        }
    }
}
