@NullMarked
package dev.steward.local.mail;

import org.jspecify.annotations.NullMarked;
