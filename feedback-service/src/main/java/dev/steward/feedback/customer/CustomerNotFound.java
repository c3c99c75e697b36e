package dev.steward.feedback.customer;

import dev.steward.platform.web.NotFound;

/// No such customer in the product.
final class CustomerNotFound extends NotFound {

    CustomerNotFound() {
        super("customer-not-found", "There is no such customer, or you may not see it.");
    }
}
