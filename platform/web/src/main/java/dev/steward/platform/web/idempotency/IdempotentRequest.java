package dev.steward.platform.web.idempotency;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A request with an `Idempotency-Key`.
record IdempotentRequest(String caller, String method, String path, String key, byte[] bodyHash) {

    /// Takes four parameters.
    void bind(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, caller);
        statement.setString(first + 1, method);
        statement.setString(first + 2, path);
        statement.setString(first + 3, key);
    }

    String inOneLine() {
        return String.join("\n", caller, method, path, key);
    }
}
