package dev.steward.backlog.product;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.List;

/// The key of a product starts the keys of its items, which are used in mails, commits and other
/// tools.
final class KeyIsFinal extends Invalid {

    private static final String CODE = "key-is-final";

    KeyIsFinal() {
        super(
                CODE,
                "The key of a product cannot be changed.",
                List.of(FieldError.at("/key", CODE, "The key cannot be changed after creation.")));
    }
}
