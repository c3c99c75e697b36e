@NullMarked
package dev.steward.local.stack;

import org.jspecify.annotations.NullMarked;
