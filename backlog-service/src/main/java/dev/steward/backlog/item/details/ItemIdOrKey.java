package dev.steward.backlog.item.details;

import dev.steward.backlog.item.ItemNotFound;
import java.util.UUID;
import java.util.regex.Pattern;

/// An item in a path: its id or its key.
sealed interface ItemIdOrKey {

    record ById(UUID id) implements ItemIdOrKey {}

    record ByKey(String key) implements ItemIdOrKey {}

    Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}-[1-9][0-9]{0,17}");

    /// @throws ItemNotFound when the text has neither form
    static ItemIdOrKey of(String text) {
        if (KEY.matcher(text).matches()) {
            return new ByKey(text);
        }
        try {
            return new ById(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ItemNotFound();
        }
    }
}
