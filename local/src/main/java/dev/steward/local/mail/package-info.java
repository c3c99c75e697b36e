/// A mail server that keeps what is sent to customers.
@NullMarked
package dev.steward.local.mail;

import org.jspecify.annotations.NullMarked;
