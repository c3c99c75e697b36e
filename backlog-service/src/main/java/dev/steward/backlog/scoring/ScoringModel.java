package dev.steward.backlog.scoring;

/// A formula for the scores of a product's items.
sealed interface ScoringModel permits Weighted, Wsjf, Rice {

    enum Kind {
        WEIGHTED,
        WSJF,
        RICE
    }

    Kind kind();

    Score score(Inputs inputs);
}
