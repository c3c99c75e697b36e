package dev.steward.platform.web.idempotency;

import org.jspecify.annotations.Nullable;

/// What a keyed request was answered.
///
/// @param bodyHash of the request
/// @param body null where there was none, or one too large to keep
record StoredAnswer(
        byte[] bodyHash,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String versions,
        @Nullable String body) {}
