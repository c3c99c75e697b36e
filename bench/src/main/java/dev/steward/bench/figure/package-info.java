/// What is measured: a class for each figure of the report, and what only these need.
@NullMarked
package dev.steward.bench.figure;

import org.jspecify.annotations.NullMarked;
