package dev.steward.platform.web.value;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// UUIDs as text. `UUID.fromString` also takes `1-1-1-1-1`, which is another text for an id that is
/// stored and logged as something else.
public final class Ids {

    public static final Pattern FORM =
            Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static Optional<UUID> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
