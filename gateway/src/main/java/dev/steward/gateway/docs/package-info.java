/// The published document and its page, without internet.
@NullMarked
package dev.steward.gateway.docs;

import org.jspecify.annotations.NullMarked;
