/// A service states all that it holds once more, for readers that lost it or never had it.
@NullMarked
package dev.steward.platform.messaging.republish;

import org.jspecify.annotations.NullMarked;
