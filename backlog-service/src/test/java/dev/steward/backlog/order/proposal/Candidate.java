package dev.steward.backlog.order.proposal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open item in a proposal.
///
/// @param score null when too little is known to place the item by it
record Candidate(UUID item, @Nullable BigDecimal score) {

    boolean isAssessed() {
        return score != null;
    }
}
