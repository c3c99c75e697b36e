/// What is written about the product: its words are explained, and name what there is.
@NullMarked
package dev.steward.system.words;

import org.jspecify.annotations.NullMarked;
