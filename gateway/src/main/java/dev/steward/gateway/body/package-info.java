/// The bodies of requests and answers, for the time that one side is slower than the other: a
/// little in memory, the rest on disk, both bounded.
@NullMarked
package dev.steward.gateway.body;

import org.jspecify.annotations.NullMarked;
