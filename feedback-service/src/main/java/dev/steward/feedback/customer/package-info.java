/// Companies: what they are worth to demand, and the ids under which other systems know them.
@NullMarked
package dev.steward.feedback.customer;

import org.jspecify.annotations.NullMarked;
