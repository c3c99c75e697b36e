/// The velocity of teams: what they finished per sprint, with its spread. Comparable inside a team
/// only.
@NullMarked
package dev.steward.sprint.velocity;

import org.jspecify.annotations.NullMarked;
