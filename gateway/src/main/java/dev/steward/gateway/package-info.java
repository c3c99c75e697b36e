/// The one door to Steward: it checks, limits and passes on; it keeps nothing but short memories.
/// What it routes and what it documents are the same file, so the two cannot drift apart. It is a
/// convenience, not a wall: every service validates again what it is sent.
@NullMarked
package dev.steward.gateway;

import org.jspecify.annotations.NullMarked;
