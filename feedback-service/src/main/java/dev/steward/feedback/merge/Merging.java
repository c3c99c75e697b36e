package dev.steward.feedback.merge;

import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.demand.Reckoning;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.entry.FeedbackEvent;
import dev.steward.feedback.standing.Standings;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Merging entries and taking them apart. Rows stay where they are: votes, links and origins keep
/// belonging to the entry that they came with, so nothing can be lost; only the family changes. One
/// at a time in a product: a family that another merge has just changed has other rows to lock than
/// those that were looked for, and two that merge crosswise would wait for each other.
@ApplicationScoped
class Merging {

    private final FeedbackEntries entries;
    private final ContactBook contacts;
    private final Reckoning reckoning;
    private final Standings standings;
    private final EventRecord events;

    Merging(
            FeedbackEntries entries,
            ContactBook contacts,
            Reckoning reckoning,
            Standings standings,
            EventRecord events) {
        this.entries = entries;
        this.contacts = contacts;
        this.reckoning = reckoning;
        this.standings = standings;
        this.events = events;
    }

    /// Both are of the grant's product. Merging the same again changes nothing.
    @Transactional
    void merge(Grant grant, UUID id, UUID into) {
        standings.holdAlone(grant.productId());
        var known = entries.lockFamilies(List.of(id, into));
        var entry = Objects.requireNonNull(known.get(id));
        var target = Objects.requireNonNull(known.get(into));
        if (entry.mergedInto() != null && !entry.mergedInto().equals(into)) {
            throw entries.closed(id);
        }
        if (target.mergedInto() != null) {
            throw entries.closed(into);
        }
        entry.mergeInto(target).ifPresent(merged -> keep(grant, merged, target));
    }

    @Transactional
    void unmerge(Grant grant, UUID id) {
        standings.holdAlone(grant.productId());
        var known = entries.lockFamilies(List.of(id));
        var entry = Objects.requireNonNull(known.get(id));
        contacts.holdVoices(id);
        var root = Objects.requireNonNull(known.get(entry.rootId()));
        keep(grant, entry.unmerge(), root);
    }

    private void keep(Grant grant, FeedbackEvent moved, Feedback other) {
        var both = List.of(moved.feedback().id(), other.id());
        entries.place(moved.feedback());
        events.append(grant.by(), moved);
        contacts.holdVoices(other.id());
        reckoning.afterFeedback(both, List.of(), grant.by());
        standings.derive(both, grant.by());
    }
}
