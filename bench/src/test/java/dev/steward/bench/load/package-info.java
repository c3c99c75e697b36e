@NullMarked
package dev.steward.bench.load;

import org.jspecify.annotations.NullMarked;
