package dev.steward.backlog.item;

import dev.steward.platform.access.Person;

/// An item and where it stands, read in one statement.
///
/// @param released whether it is out
record StandingItem(
        BacklogItem item, Standing standing, Person creator, ItemWork work, boolean released) {

    ShownStatus status() {
        return ShownStatus.of(item.status(), work.status(), released);
    }
}
