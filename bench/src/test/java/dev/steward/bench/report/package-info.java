@NullMarked
package dev.steward.bench.report;

import org.jspecify.annotations.NullMarked;
