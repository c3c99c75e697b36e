package dev.steward.feedback.link;

import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.demand.Reckoning;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.standing.Standings;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Saying which items an entry is about.
@ApplicationScoped
public class Linking {

    @Schema(name = "LinkResult")
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /// @param status of the entry: linked to what has shipped, it has shipped
    public record Linked(Link link, Result result, FeedbackStatus status) {}

    private final FeedbackEntries entries;
    private final Links links;
    private final ContactBook contacts;
    private final Reckoning reckoning;
    private final Standings standings;
    private final EventRecord events;

    Linking(
            FeedbackEntries entries,
            Links links,
            ContactBook contacts,
            Reckoning reckoning,
            Standings standings,
            EventRecord events) {
        this.entries = entries;
        this.links = links;
        this.contacts = contacts;
        this.reckoning = reckoning;
        this.standings = standings;
        this.events = events;
    }

    @Transactional
    public Linked link(Grant grant, UUID feedbackId, UUID itemId, NewLink wanted) {
        var entry = lock(grant, feedbackId);
        if (!takesLinks(entry.status())) {
            throw entries.closed(feedbackId);
        }
        entries.markTriaged(feedbackId);
        var known = links.between(feedbackId, itemId);
        Optional<LinkEvent> event =
                known.isEmpty()
                        ? Optional.of(Link.first(entry, itemId, wanted))
                        : known.get().again(wanted);
        event.ifPresent(happened -> keep(happened, entry.rootId(), grant.by()));
        var firstTime = known.isEmpty() ? Result.CREATED : Result.UPDATED;
        return event.map(happened -> linked(happened.link(), firstTime))
                .orElseGet(() -> linked(known.orElseThrow(), Result.UNCHANGED));
    }

    @Transactional
    void unlink(Grant grant, UUID feedbackId, UUID linkId, IfMatch ifMatch) {
        var entry = lock(grant, feedbackId);
        var link =
                links.find(linkId)
                        .filter(found -> found.feedbackId().equals(feedbackId))
                        .orElseThrow(LinkNotFound::new);
        var removed = link.remove().orElseThrow(LinkNotFound::new);
        ifMatch.check(link.version());
        keep(removed, entry.rootId(), grant.by());
    }

    /// How an entry and an item are linked, if they are.
    public Optional<Linked> between(UUID feedbackId, UUID itemId) {
        return links.between(feedbackId, itemId)
                .filter(link -> !link.removed())
                .map(link -> linked(link, Result.UNCHANGED));
    }

    /// The family too: a link carries the voices of all of it.
    private Feedback lock(Grant grant, UUID feedbackId) {
        standings.hold(grant.productId());
        return Objects.requireNonNull(
                entries.lockFamilies(List.of(feedbackId)).get(feedbackId),
                "entries are never deleted");
    }

    private static boolean takesLinks(FeedbackStatus status) {
        return switch (status) {
            case NEW, TRIAGED, LINKED, PLANNED, IN_PROGRESS, SHIPPED, CLOSED -> true;
            case DECLINED, SPAM, MERGED -> false;
        };
    }

    private Linked linked(Link link, Result result) {
        return new Linked(link, result, entries.find(link.feedbackId()).orElseThrow().status());
    }

    private void keep(LinkEvent happened, UUID rootId, Provenance by) {
        links.save(happened.link());
        events.append(by, happened);
        contacts.holdVoices(happened.link().feedbackId());
        reckoning.afterLink(happened.link().itemId(), by);
        standings.derive(List.of(rootId), by);
    }
}
