package dev.steward.backlog.product;

import dev.steward.platform.web.NotFound;

/// Nobody of that name is a member (any more).
final class MemberNotFound extends NotFound {

    MemberNotFound() {
        super("not-found", "There is no such member.");
    }
}
