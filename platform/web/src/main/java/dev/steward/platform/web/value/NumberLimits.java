package dev.steward.platform.web.value;

import java.math.BigDecimal;

/// How large and how fine a number may be before anything is reckoned with it: `1e99999` is five
/// bytes to send and a hundred thousand digits to write.
public final class NumberLimits {

    private static final int DIGITS = 30;

    private NumberLimits() {}

    /// Whether it has at most 30 digits before the point and 30 behind it.
    public static boolean isReasonable(BigDecimal number) {
        return number.scale() <= DIGITS && (long) number.precision() - number.scale() <= DIGITS;
    }
}
