@NullMarked
package dev.steward.local;

import org.jspecify.annotations.NullMarked;
