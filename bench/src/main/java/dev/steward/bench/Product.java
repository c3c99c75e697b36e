package dev.steward.bench;

import java.util.UUID;

/// @param number by which its key is known: see [#key(int)]
record Product(UUID id, int number) {

    String key() {
        return key(number);
    }

    static String key(int number) {
        return "B%04d".formatted(number);
    }

    /// The key of a number that pgbench has in a variable.
    static String keyInSql(String variable) {
        return "('B' || lpad(:" + variable + "::text, 4, '0'))";
    }
}
