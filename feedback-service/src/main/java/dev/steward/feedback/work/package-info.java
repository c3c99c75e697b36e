/// What feedback knows of the work on items, and nothing more.
@NullMarked
package dev.steward.feedback.work;

import org.jspecify.annotations.NullMarked;
