/// The published API document and its page, which needs no internet.
@NullMarked
package dev.steward.gateway.docs;

import org.jspecify.annotations.NullMarked;
