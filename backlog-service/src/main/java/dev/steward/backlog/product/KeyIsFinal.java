package dev.steward.backlog.product;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import java.util.List;

/// The keys of a product's items start with its key and stand in mails, commits and other tools.
final class KeyIsFinal extends Invalid {

    private static final String CODE = "key-is-final";

    KeyIsFinal() {
        super(
                CODE,
                "The key of a product cannot be changed.",
                List.of(FieldError.at("/key", CODE, "Given at creation, and final.")));
    }
}
