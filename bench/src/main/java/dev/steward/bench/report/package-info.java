/// From the samples of several rounds to a table with targets.
@NullMarked
package dev.steward.bench.report;

import org.jspecify.annotations.NullMarked;
