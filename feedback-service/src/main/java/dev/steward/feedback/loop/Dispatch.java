package dev.steward.feedback.loop;

import dev.steward.feedback.standing.Standings;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The two ends of sending, each a transaction; the sending itself is between them. Who dies there
/// has claimed the message until a moment: then somebody sends it again, under the same
/// `Message-ID`.
@ApplicationScoped
class Dispatch {

    /// How long a message waits whose courier has died. Longer than sending one may take; what of a
    /// batch would take longer is given back: see [Courier].
    static final Duration CLAIM = Duration.ofMinutes(1);

    static final int BATCH = 10;

    private static final Provenance BY = Provenance.system("courier");

    private final Deliveries deliveries;
    private final Letters letters;
    private final Standings standings;
    private final EventRecord events;

    Dispatch(Deliveries deliveries, Letters letters, Standings standings, EventRecord events) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.standings = standings;
        this.events = events;
    }

    /// What is due and nobody else has. Whom their source tells is handed over with that; who wants
    /// no messages by now, or has lost their address, is left out for good. What was not sent
    /// before its release was rolled back is held: it is not true any more.
    @Transactional
    List<Outgoing> claim(Instant now, int most) {
        var claimed = deliveries.claim(now, now.plus(CLAIM), most);
        if (claimed.isEmpty()) {
            return List.of();
        }
        var addressed = letters.to(claimed.stream().map(Delivery::id).toList());
        var outgoing = new ArrayList<Outgoing>();
        var settled = new ArrayList<DeliveryEvent>();
        for (var delivery : claimed) {
            var letter = Optional.ofNullable(addressed.get(delivery.id())).orElseThrow();
            if (!letter.isOut()) {
                deliveries.hold(delivery.id(), delivery.attempt());
                continue;
            }
            if (delivery.isExhausted()) {
                settled.add(delivery.exhausted());
                continue;
            }
            switch (letter.reach()) {
                case Reach.Unwanted _ -> settled.add(delivery.unwanted());
                case Reach.Nowhere _ -> settled.add(delivery.withoutAddress());
                case Reach.Source source -> settled.add(delivery.handedOver(source.handover()));
                case Reach.Address address ->
                        outgoing.add(
                                new Outgoing(
                                        delivery.id(),
                                        delivery.attempt(),
                                        now.plus(CLAIM),
                                        address.email(),
                                        letter.letter()));
            }
        }
        settle(settled, now);
        return outgoing;
    }

    /// The next one cannot even be claimed: it is put off, so that those behind it get their turn.
    /// It is never settled here, which might be what cannot be done.
    @Transactional
    void skip(Instant now, String why) {
        deliveries.claim(now, now.plus(CLAIM), 1).forEach(delivery -> putOff(delivery, why, now));
    }

    /// Does nothing when the claim is not ours any more: whoever has it says what became of it.
    @Transactional
    void sent(Outgoing outgoing, Instant now) {
        deliveries
                .lockClaimed(outgoing.id(), outgoing.attempt())
                .map(Delivery::sent)
                .ifPresent(sent -> settle(List.of(sent), now));
    }

    @Transactional
    void failed(Outgoing outgoing, String why, Instant now) {
        deliveries
                .lockClaimed(outgoing.id(), outgoing.attempt())
                .ifPresent(delivery -> fail(delivery, why, now));
    }

    /// What was claimed and will not be sent here: somebody else may have it at once.
    @Transactional
    void giveBack(List<Outgoing> rest, Instant now) {
        rest.forEach(outgoing -> deliveries.giveBack(outgoing.id(), outgoing.attempt(), now));
    }

    private void fail(Delivery delivery, String why, Instant now) {
        delivery.failed(why)
                .ifPresentOrElse(
                        dead -> settle(List.of(dead), now), () -> putOff(delivery, why, now));
    }

    private void putOff(Delivery delivery, String why, Instant now) {
        deliveries.later(
                delivery.id(),
                delivery.attempt(),
                now.plus(Patience.after(delivery.attempt())),
                why);
    }

    private void settle(List<? extends DeliveryEvent> settled, Instant now) {
        if (settled.isEmpty()) {
            return;
        }
        settled.forEach(event -> deliveries.save(event.delivery(), now));
        events.append(BY, settled);
        List<UUID> ids = settled.stream().map(event -> event.delivery().id()).toList();
        standings.derive(letters.lockEntries(ids), BY);
    }
}
