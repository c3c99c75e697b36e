package dev.steward.feedback.source;

import dev.steward.platform.web.Conflict;

/// Two keys live while one replaces the other; a third would be one that nobody watches.
final class TooManyKeys extends Conflict {

    TooManyKeys() {
        super("too-many-keys", "The source has two live keys: revoke one of them first.");
    }
}
