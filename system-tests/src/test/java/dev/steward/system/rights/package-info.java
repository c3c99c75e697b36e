/// Every operation, asked by everybody: who may, who may not.
@NullMarked
package dev.steward.system.rights;

import org.jspecify.annotations.NullMarked;
