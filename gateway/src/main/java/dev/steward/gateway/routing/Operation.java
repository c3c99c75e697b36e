package dev.steward.gateway.routing;

import org.jspecify.annotations.Nullable;

/// A documented operation.
///
/// @param method upper case
/// @param template the full path, parameters in braces
/// @param service who answers it: backlog, sprint, feedback or gateway
/// @param maxBody in bytes, where it is not that of every other
public record Operation(
        String id,
        String method,
        String template,
        String service,
        Access access,
        @Nullable Long maxBody) {}
