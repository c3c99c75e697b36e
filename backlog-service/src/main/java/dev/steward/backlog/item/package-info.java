/// An item of the product backlog: what it says, how large and how valuable it is, and whether it
/// is ready. Where it stands ([ItemPlacement]) and what it scores ([ItemScoring]) are other
/// features.
@NullMarked
package dev.steward.backlog.item;

import org.jspecify.annotations.NullMarked;
