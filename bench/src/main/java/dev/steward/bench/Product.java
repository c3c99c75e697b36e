package dev.steward.bench;

import java.util.UUID;

/// @param number by which its key is known: see [#key(int)]
public record Product(UUID id, int number) {

    public String key() {
        return key(number);
    }

    public static String key(int number) {
        return "B%04d".formatted(number);
    }

    /// The key of a number that pgbench has in a variable.
    public static String keyInSql(String variable) {
        return "('B' || lpad(:" + variable + "::text, 4, '0'))";
    }
}
