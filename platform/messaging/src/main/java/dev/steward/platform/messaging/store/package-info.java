/// The record of change: what happened, written as an event with its outbox pointer in the
/// transaction in which it happened.
@NullMarked
package dev.steward.platform.messaging.store;

import org.jspecify.annotations.NullMarked;
