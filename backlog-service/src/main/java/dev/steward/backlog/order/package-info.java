/// The order of the backlog: what comes before what, decided by people. A move names neighbours and
/// changes only the rank of what moved; `orderVersion` tells whether the order is still the one
/// that somebody looked at.
@NullMarked
package dev.steward.backlog.order;

import org.jspecify.annotations.NullMarked;
