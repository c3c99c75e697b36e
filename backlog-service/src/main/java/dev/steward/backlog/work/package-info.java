/// What the backlog knows of the work on its items, and nothing more: how far it is, in which
/// sprint, and who does it. It owns none of it, asks for none and refuses none; it shows it, and it
/// keeps items from being dropped while they are known to be in a sprint.
@NullMarked
package dev.steward.backlog.work;

import org.jspecify.annotations.NullMarked;
