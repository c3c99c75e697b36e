package dev.steward.backlog;

import java.util.List;
import java.util.UUID;

/// A product that a test has made for itself, with a member in each role.
///
/// @param key of the product; also tells its members' subjects from those of others
/// @param items in the order in which they were made
public record Backlog(UUID product, String key, List<UUID> items) {

    public String member(String role) {
        return role.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-of-" + key;
    }

    public UUID item(int number) {
        return items.get(number - 1);
    }
}
