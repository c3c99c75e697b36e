/// What strangers do to a system that everybody can reach: each test attacks the packaged
/// applications, with the heap they have in their containers, while somebody else works with them.
@NullMarked
package dev.steward.system.attack;

import org.jspecify.annotations.NullMarked;
