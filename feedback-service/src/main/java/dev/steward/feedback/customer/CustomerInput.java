package dev.steward.feedback.customer;

import dev.steward.feedback.identity.ExternalId;
import org.jspecify.annotations.Nullable;

/// A company as an entry names it.
///
/// @param name only used when nobody has told more about it yet
public record CustomerInput(ExternalId id, @Nullable String name) {}
