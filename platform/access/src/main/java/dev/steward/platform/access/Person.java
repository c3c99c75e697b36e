package dev.steward.platform.access;

import org.jspecify.annotations.Nullable;

/// A person in an answer.
///
/// @param name null while this service has not seen a token of theirs
public record Person(String subject, @Nullable String name) {}
