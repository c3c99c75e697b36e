package dev.steward.feedback.customer;

import dev.steward.feedback.identity.ExternalId;
import org.jspecify.annotations.Nullable;

/// A company as a feedback entry names it.
///
/// @param name used only while the company has no other name
public record CustomerInput(ExternalId id, @Nullable String name) {}
