package dev.steward.backlog.scoring;

import java.math.BigDecimal;

/// The demand that counts as half of the most there can be.
record DemandReference(BigDecimal demand) {

    static final DemandReference DEFAULT = new DemandReference(BigDecimal.TEN);

    /// 1 - 2^(-D/reference): twice the reference gives three quarters, and no item ever has it all.
    BigDecimal normalize(BigDecimal asked) {
        return BigDecimal.valueOf(1 - Math.pow(2, -asked.doubleValue() / demand.doubleValue()));
    }
}
