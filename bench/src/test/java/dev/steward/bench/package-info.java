@NullMarked
package dev.steward.bench;

import org.jspecify.annotations.NullMarked;
