@NullMarked
package dev.steward.local.postgres;

import org.jspecify.annotations.NullMarked;
