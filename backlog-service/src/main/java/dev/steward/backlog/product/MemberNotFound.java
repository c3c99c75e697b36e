package dev.steward.backlog.product;

import dev.steward.platform.web.problem.NotFound;

/// The person is no member of the product.
final class MemberNotFound extends NotFound {

    MemberNotFound() {
        super("not-found", "There is no such member.");
    }
}
