/// Contacts: the people who submit feedback and vote. Found again by external id or address, so
/// that nobody exists twice in a product.
@NullMarked
package dev.steward.feedback.contact;

import org.jspecify.annotations.NullMarked;
