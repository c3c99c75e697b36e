package dev.steward.platform.messaging.readyourwrites;

/// Says which table of this service holds the projection of an aggregate type, for `Steward-After`.
/// The table has columns `id` and `version`.
public interface ProjectionTable {

    /// The word in `Steward-Version`: `item`.
    String aggregateType();

    String table();
}
