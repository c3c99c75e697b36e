/// Tests of sprint-service on a real database, broker and token issuer.
@NullMarked
package dev.steward.sprint;

import org.jspecify.annotations.NullMarked;
