package dev.steward.feedback.link;

import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.demand.Reckoning;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Saying which items an entry is about.
@ApplicationScoped
class Linking {

    @Schema(name = "LinkResult")
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    record Linked(Link link, Result result) {}

    private final FeedbackEntries entries;
    private final Links links;
    private final ContactBook contacts;
    private final Reckoning reckoning;
    private final EventRecord events;

    Linking(
            FeedbackEntries entries,
            Links links,
            ContactBook contacts,
            Reckoning reckoning,
            EventRecord events) {
        this.entries = entries;
        this.links = links;
        this.contacts = contacts;
        this.reckoning = reckoning;
        this.events = events;
    }

    @Transactional
    Linked link(UUID feedbackId, UUID itemId, NewLink wanted, Provenance by) {
        var entry = entries.lock(feedbackId);
        entries.markTriaged(feedbackId);
        var known = links.between(feedbackId, itemId);
        Optional<LinkEvent> event =
                known.isEmpty()
                        ? Optional.of(Link.first(entry, itemId, wanted))
                        : known.get().again(wanted);
        event.ifPresent(happened -> keep(happened, by));
        var firstTime = known.isEmpty() ? Result.CREATED : Result.UPDATED;
        return event.map(happened -> new Linked(happened.link(), firstTime))
                .orElseGet(() -> new Linked(known.orElseThrow(), Result.UNCHANGED));
    }

    @Transactional
    void unlink(UUID feedbackId, UUID linkId, IfMatch ifMatch, Provenance by) {
        entries.lock(feedbackId);
        var link =
                links.find(linkId)
                        .filter(found -> found.feedbackId().equals(feedbackId))
                        .orElseThrow(LinkNotFound::new);
        var removed = link.remove().orElseThrow(LinkNotFound::new);
        ifMatch.check(link.version());
        keep(removed, by);
    }

    private void keep(LinkEvent happened, Provenance by) {
        links.save(happened.link());
        events.append(by, happened);
        contacts.holdVoices(happened.link().feedbackId());
        reckoning.afterLink(happened.link().itemId(), by);
    }
}
