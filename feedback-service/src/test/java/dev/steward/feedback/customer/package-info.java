@NullMarked
package dev.steward.feedback.customer;

import org.jspecify.annotations.NullMarked;
