package dev.steward.platform.messaging.consume;

import java.util.List;

/// The Kafka door: what this service does with events of others. Called inside the transaction that
/// also moves the offset, with up to 500 events of one partition in their order.
///
/// A *projection* applies only what is newer ([Projection#upsert]). A *reaction* is idempotent by a
/// unique natural key in the table of its effect. Either way: seeing an event again changes
/// nothing.
public interface EventConsumer {

    /// By type alone, so that unknown ones are skipped unread. Projections also consume
    /// `….snapshot.v1`, and so do reactions to what somebody asks for: Kafka may have lost it.
    boolean consumes(String type);

    void accept(List<IncomingEvent> events);

    /// Projections come first, so that a reaction finds them up to date.
    default boolean isReaction() {
        return false;
    }
}
