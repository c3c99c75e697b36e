/// What every operation's documentation shares, written once.
@NullMarked
package dev.steward.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
