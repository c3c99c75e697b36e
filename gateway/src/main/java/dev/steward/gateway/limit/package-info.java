/// Limits: how many requests a caller may send, how many at a time, and how large.
@NullMarked
package dev.steward.gateway.limit;

import org.jspecify.annotations.NullMarked;
