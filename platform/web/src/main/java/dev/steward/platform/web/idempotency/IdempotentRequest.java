package dev.steward.platform.web.idempotency;

import org.jdbi.v3.core.statement.SqlStatement;

/// A request with an `Idempotency-Key`.
record IdempotentRequest(String caller, String method, String path, String key, byte[] bodyHash) {

    <T extends SqlStatement<T>> T bindTo(T statement) {
        return statement
                .bind("caller", caller)
                .bind("method", method)
                .bind("path", path)
                .bind("key", key);
    }

    String inOneLine() {
        return String.join("\n", caller, method, path, key);
    }
}
