/// The teams of a product: who is in them, on which days and for how many hours they work. Points,
/// velocity and capacity are comparable inside one team only.
@NullMarked
package dev.steward.sprint.team;

import org.jspecify.annotations.NullMarked;
