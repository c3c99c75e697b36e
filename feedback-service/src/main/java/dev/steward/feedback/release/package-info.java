/// What feedback knows of releases, and nothing more.
@NullMarked
package dev.steward.feedback.release;

import org.jspecify.annotations.NullMarked;
