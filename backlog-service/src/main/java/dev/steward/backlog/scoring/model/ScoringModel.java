package dev.steward.backlog.scoring.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A formula for the scores of a product's items.
public sealed interface ScoringModel permits Weighted, Wsjf, Rice {

    @Schema(name = "ScoringModelKind")
    enum Kind {
        WEIGHTED,
        WSJF,
        RICE
    }

    Kind kind();

    Score score(Inputs inputs);
}
