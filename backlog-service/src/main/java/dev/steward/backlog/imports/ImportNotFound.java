package dev.steward.backlog.imports;

import dev.steward.platform.web.problem.NotFound;

/// No such import, or the caller is no member of its product.
final class ImportNotFound extends NotFound {

    ImportNotFound() {
        super("not-found", "There is no such import.");
    }
}
