@NullMarked
package dev.steward.feedback.database;

import org.jspecify.annotations.NullMarked;
