package dev.steward.backlog.imports;

import dev.steward.platform.web.problem.Conflict;

final class ImportHasEnded extends Conflict {

    ImportHasEnded(ImportStatus status) {
        super("import-has-ended", "The import is " + status + ": it cannot be cancelled.");
    }
}
