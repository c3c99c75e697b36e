/// The velocity of teams: points and items completed per sprint, with statistics. Comparable inside
/// a team only.
@NullMarked
package dev.steward.sprint.velocity;

import org.jspecify.annotations.NullMarked;
