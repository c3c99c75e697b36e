/// People who ask for something: found again by external id or address, never twice in a product.
@NullMarked
package dev.steward.feedback.contact;

import org.jspecify.annotations.NullMarked;
