package dev.steward.backlog.scoring.model;

import java.math.BigDecimal;

/// The demand that counts as half of the largest possible demand.
record DemandReference(BigDecimal demand) {

    static final DemandReference DEFAULT = new DemandReference(BigDecimal.TEN);

    /// 1 - 2^(-D/reference): twice the reference gives three quarters; 1 is never reached.
    BigDecimal normalize(BigDecimal demanded) {
        return BigDecimal.valueOf(1 - Math.pow(2, -demanded.doubleValue() / demand.doubleValue()));
    }
}
