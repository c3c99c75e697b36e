package dev.steward.backlog.scoring.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Precision and rounding of scores.
final class Numbers {

    static final MathContext PRECISION = MathContext.DECIMAL64;

    /// Decimals of scores, their contributions, and demand.
    static final int DECIMALS = 6;

    private Numbers() {}

    static BigDecimal rounded(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static BigDecimal toOneDigit(BigDecimal number) {
        return number.round(new MathContext(1, RoundingMode.HALF_UP));
    }
}
