package dev.steward.gateway.routing;

import org.jspecify.annotations.Nullable;

/// A documented operation.
///
/// @param method upper case
/// @param template the full path, parameters in braces
/// @param service the service that answers it: backlog, sprint, feedback or gateway
/// @param maxBody limit of the request body in bytes; null when the configured one applies
public record Operation(
        String id,
        String method,
        String template,
        String service,
        Access access,
        @Nullable Long maxBody) {}
