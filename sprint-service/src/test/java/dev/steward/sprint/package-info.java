/// Facts about sprint-service, on the real database, broker and issuer.
@NullMarked
package dev.steward.sprint;

import org.jspecify.annotations.NullMarked;
