@NullMarked
package dev.steward.local.run;

import org.jspecify.annotations.NullMarked;
