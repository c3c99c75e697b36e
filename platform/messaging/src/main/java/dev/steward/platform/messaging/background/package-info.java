/// Work on threads of its own: started, watched, repeated, tried again.
@NullMarked
package dev.steward.platform.messaging.background;

import org.jspecify.annotations.NullMarked;
