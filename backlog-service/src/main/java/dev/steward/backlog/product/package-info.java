/// Products and who is what in them. The roles given here reach the other services as membership
/// events; a product has exactly one owner at all times.
@NullMarked
package dev.steward.backlog.product;

import org.jspecify.annotations.NullMarked;
