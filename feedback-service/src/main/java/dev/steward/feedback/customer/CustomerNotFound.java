package dev.steward.feedback.customer;

import dev.steward.platform.web.problem.NotFound;

/// The customer does not exist, or the caller may not see it.
final class CustomerNotFound extends NotFound {

    CustomerNotFound() {
        super("customer-not-found", "There is no such customer, or you may not see it.");
    }
}
