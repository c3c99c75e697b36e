/// The commands of `./steward`: run the whole system, and talk to one that runs.
@NullMarked
package dev.steward.local.run;

import org.jspecify.annotations.NullMarked;
