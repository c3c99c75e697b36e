/// Problem details, and the pages that explain them.
@NullMarked
package dev.steward.gateway.problem;

import org.jspecify.annotations.NullMarked;
