package dev.steward.backlog.imports;

import dev.steward.platform.web.NotFound;

/// No such import, or one of a product that the caller may not know of.
final class ImportNotFound extends NotFound {

    ImportNotFound() {
        super("not-found", "There is no such import.");
    }
}
