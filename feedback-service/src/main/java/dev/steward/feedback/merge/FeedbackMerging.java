package dev.steward.feedback.merge;

import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.demand.DemandRecalculation;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.entry.FeedbackEvent;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Merges and unmerges entries. Votes, links and origin stay with the entry that they belong to, so
/// that nothing is lost; only the family changes. One merge at a time in a product: otherwise the
/// rows to lock could change in between, and two crosswise merges could deadlock.
@ApplicationScoped
class FeedbackMerging {

    private final FeedbackEntries entries;
    private final ContactDirectory contacts;
    private final DemandRecalculation demandRecalculation;
    private final FeedbackStatuses statuses;
    private final EventStore events;

    FeedbackMerging(
            FeedbackEntries entries,
            ContactDirectory contacts,
            DemandRecalculation demandRecalculation,
            FeedbackStatuses statuses,
            EventStore events) {
        this.entries = entries;
        this.contacts = contacts;
        this.demandRecalculation = demandRecalculation;
        this.statuses = statuses;
        this.events = events;
    }

    /// Both entries belong to the grant's product. Merging again into the same entry changes
    /// nothing.
    @Transactional
    void merge(Grant grant, UUID id, UUID into) {
        statuses.lockProductExclusively(grant.productId());
        var known = entries.lockFamilies(List.of(id, into));
        var entry = Objects.requireNonNull(known.get(id));
        var target = Objects.requireNonNull(known.get(into));
        if (entry.mergedInto() != null && !entry.mergedInto().equals(into)) {
            throw entries.closed(id);
        }
        if (target.mergedInto() != null) {
            throw entries.closed(into);
        }
        entry.mergeInto(target).ifPresent(merged -> publish(grant, merged, entry, into));
    }

    @Transactional
    void unmerge(Grant grant, UUID id) {
        statuses.lockProductExclusively(grant.productId());
        var known = entries.lockFamilies(List.of(id));
        var entry = Objects.requireNonNull(known.get(id));
        contacts.lockVoices(id);
        var root = entry.rootId();
        publish(grant, entry.unmerge(), entry, root);
    }

    private void publish(Grant grant, FeedbackEvent happened, Feedback moved, UUID other) {
        var both = List.of(moved.id(), other);
        entries.moveMergedEntries(moved);
        events.append(grant.by(), happened);
        contacts.lockVoices(other);
        demandRecalculation.afterFeedback(both, List.of(), grant.by());
        statuses.recalculate(both, grant.by());
    }
}
