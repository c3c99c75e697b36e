/// How much one caller may ask.
@NullMarked
package dev.steward.gateway.limit;

import org.jspecify.annotations.NullMarked;
