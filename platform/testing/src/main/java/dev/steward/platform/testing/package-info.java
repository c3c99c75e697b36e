/// What the tests of every module share: the real PostgreSQL, Kafka and issuer of the build,
/// tokens, golden samples of events, and the rules of the house.
@NullMarked
package dev.steward.platform.testing;

import org.jspecify.annotations.NullMarked;
