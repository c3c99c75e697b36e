/// The product vision: why the product is made, and for whom. One is published; the one before it
/// is superseded and stays in the record. A draft is nobody's business until it is published.
@NullMarked
package dev.steward.backlog.vision;

import org.jspecify.annotations.NullMarked;
