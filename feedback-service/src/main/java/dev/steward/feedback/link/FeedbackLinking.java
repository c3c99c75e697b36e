package dev.steward.feedback.link;

import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.demand.DemandRecalculation;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Creates, updates and removes links between feedback entries and items.
@ApplicationScoped
public class FeedbackLinking {

    @Schema(name = "LinkResult")
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /// @param status of the entry after linking: linked to a released item, it is SHIPPED
    public record Linked(Link link, Result result, FeedbackStatus status) {}

    private final FeedbackEntries entries;
    private final Links links;
    private final ContactDirectory contacts;
    private final DemandRecalculation demandRecalculation;
    private final FeedbackStatuses statuses;
    private final EventStore events;

    FeedbackLinking(
            FeedbackEntries entries,
            Links links,
            ContactDirectory contacts,
            DemandRecalculation demandRecalculation,
            FeedbackStatuses statuses,
            EventStore events) {
        this.entries = entries;
        this.links = links;
        this.contacts = contacts;
        this.demandRecalculation = demandRecalculation;
        this.statuses = statuses;
        this.events = events;
    }

    @Transactional
    public Linked link(Grant grant, UUID feedbackId, UUID itemId, NewLink requested) {
        var entry = lock(grant, feedbackId);
        if (!entry.status().acceptsLinks()) {
            throw entries.closed(feedbackId);
        }
        entry.triage();
        var known = links.everBetween(feedbackId, itemId);
        var link = known.orElseGet(() -> new Link(entry, itemId, requested));
        var event = known.isEmpty() ? Optional.of(link.made()) : link.update(requested);
        links.persist(link);
        event.ifPresent(happened -> publish(happened, link, entry, grant.by()));
        var firstTime = known.isEmpty() ? Result.CREATED : Result.UPDATED;
        return linked(link, event.isPresent() ? firstTime : Result.UNCHANGED);
    }

    @Transactional
    void unlink(Grant grant, UUID feedbackId, UUID linkId, IfMatch ifMatch) {
        var entry = lock(grant, feedbackId);
        var link = links.get(feedbackId, linkId);
        ifMatch.check(link.version());
        publish(link.remove(), link, entry, grant.by());
    }

    /// The link between an entry and an item; empty when there is none or it was removed.
    public Optional<Linked> between(UUID feedbackId, UUID itemId) {
        return links.between(feedbackId, itemId).map(link -> linked(link, Result.UNCHANGED));
    }

    /// Locks all merged entries too: a link counts the votes of all of them.
    private Feedback lock(Grant grant, UUID feedbackId) {
        statuses.lockProductShared(grant.productId());
        return Objects.requireNonNull(
                entries.lockFamilies(List.of(feedbackId)).get(feedbackId),
                "entries are never deleted");
    }

    private Linked linked(Link link, Result result) {
        return new Linked(link, result, entries.statusOf(link.feedbackId()));
    }

    private void publish(LinkEvent happened, Link link, Feedback entry, EventContext by) {
        events.append(by, happened);
        contacts.lockVoices(entry.id());
        demandRecalculation.afterLink(link.itemId(), by);
        statuses.recalculate(List.of(entry.rootId()), by);
    }
}
