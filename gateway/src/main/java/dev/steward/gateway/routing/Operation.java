package dev.steward.gateway.routing;

/// A documented operation.
///
/// @param method upper case
/// @param template the full path, parameters in braces
/// @param service who answers it: backlog, sprint, feedback or gateway
public record Operation(String id, String method, String template, String service, Access access) {}
