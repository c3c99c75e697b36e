package dev.steward.backlog.imports;

import dev.steward.platform.web.problem.Conflict;

final class TooManyImports extends Conflict {

    TooManyImports(int most) {
        super(
                "too-many-imports",
                "The product has " + most + " imports under way: wait for one, or cancel one.");
    }
}
