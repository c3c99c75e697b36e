package dev.steward.platform.web.value;

import java.math.BigDecimal;

/// Limits the digits of a number before anything is calculated with it: `1e99999` is seven bytes to
/// send and a hundred thousand digits to write.
public final class NumberLimits {

    private static final int DIGITS = 30;

    private NumberLimits() {}

    /// Whether it has at most 30 digits before the point and 30 behind it.
    public static boolean isReasonable(BigDecimal number) {
        return number.scale() <= DIGITS && (long) number.precision() - number.scale() <= DIGITS;
    }
}
