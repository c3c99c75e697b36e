package dev.steward.backlog;

import java.util.List;
import java.util.UUID;

/// A product of a test, with a member in each role.
///
/// @param key key of the product; also the prefix of its members' subjects
/// @param items in the order of their creation
public record Backlog(UUID product, String key, List<UUID> items) {

    public String member(String role) {
        return role.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-of-" + key;
    }

    public UUID item(int number) {
        return items.get(number - 1);
    }
}
