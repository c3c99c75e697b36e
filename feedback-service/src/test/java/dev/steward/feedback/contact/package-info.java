@NullMarked
package dev.steward.feedback.contact;

import org.jspecify.annotations.NullMarked;
