/// Customers: companies, their weight in the demand for items, and their ids in other systems.
@NullMarked
package dev.steward.feedback.customer;

import org.jspecify.annotations.NullMarked;
