/// Product goals. One is active at a time; it is achieved or abandoned before the next.
@NullMarked
package dev.steward.backlog.goal;

import org.jspecify.annotations.NullMarked;
