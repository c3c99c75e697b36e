package dev.steward.backlog.order;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// An item of a product in a request: its id, or the number in its key.
public sealed interface ItemIdOrNumber {

    record ById(UUID id) implements ItemIdOrNumber {}

    record ByNumber(long number) implements ItemIdOrNumber {}

    Pattern KEY = Pattern.compile("([A-Z][A-Z0-9]*)-([1-9][0-9]{0,11})");

    /// Empty when the text can be no item of the product.
    static Optional<ItemIdOrNumber> of(String text, String productKey) {
        var key = KEY.matcher(text);
        if (key.matches()) {
            return key.group(1).equals(productKey)
                    ? Optional.of(new ByNumber(Long.parseLong(key.group(2))))
                    : Optional.empty();
        }
        try {
            return text.length() == 36
                    ? Optional.of(new ById(UUID.fromString(text)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
