package dev.steward.feedback.database;

import java.util.Collection;

/// Many rows as one parameter, so that any number of them is one round trip.
///
/// @param records their components are the columns: read them with quoted camelCase names
public record Rows(Collection<? extends Record> records) {}
