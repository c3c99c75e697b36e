package dev.steward.backlog.order.rank;

import java.math.BigInteger;

/// Numbers in base 62 whose digits sort as bytes.
final class Base62 {

    static final BigInteger BASE = BigInteger.valueOf(62);

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    static String padded(long number, int length) {
        return padded(BigInteger.valueOf(number), length);
    }

    /// @throws IllegalArgumentException when the number is negative or has more digits
    static String padded(BigInteger number, int length) {
        var digits = new char[length];
        var rest = number;
        for (int i = length - 1; i >= 0; i--) {
            var parts = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(Math.abs(parts[1].intValue()));
            rest = parts[0];
        }
        if (number.signum() < 0 || rest.signum() > 0) {
            throw new IllegalArgumentException(number + " does not fit into " + length + " digits");
        }
        return new String(digits);
    }

    /// The first `length` digits of a fraction, as a number.
    static BigInteger truncated(String fraction, int length) {
        var number = BigInteger.ZERO;
        for (int i = 0; i < length; i++) {
            var digit = i < fraction.length() ? DIGITS.indexOf(fraction.charAt(i)) : 0;
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return number;
    }
}
