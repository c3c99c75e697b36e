package dev.steward.feedback.vote;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Counts ballots, any number of them in the same few statements. Whoever calls holds the locks of
/// their entries and voters.
@ApplicationScoped
public class BallotBox {

    private record Key(UUID feedbackId, UUID contactId) {}

    private final Votes votes;
    private final EventRecord events;

    BallotBox(Votes votes, EventRecord events) {
        this.votes = votes;
        this.events = events;
    }

    /// @param changed the entries whose votes are others now
    /// @param refused what would have changed the vote of somebody else
    public record Count(Set<UUID> changed, Set<Ballot> refused) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public Count count(UUID productId, List<Ballot> ballots, Provenance by) {
        if (ballots.isEmpty()) {
            return new Count(Set.of(), Set.of());
        }
        var known = known(ballots);
        var changed = new LinkedHashMap<Key, Vote>();
        var happened = new ArrayList<VoteEvent>();
        var refused = new HashSet<Ballot>();
        for (var ballot : ballots) {
            var key = new Key(ballot.feedbackId(), ballot.contactId());
            var before = Optional.ofNullable(known.get(key));
            var event = count(before, ballot, productId);
            if (event.isPresent() && before.isPresent() && !before.get().mayBeChangedBy(ballot)) {
                refused.add(ballot);
                continue;
            }
            event.ifPresent(counted -> {
                known.put(key, counted.vote());
                changed.put(key, counted.vote());
                happened.add(counted);
            });
        }
        if (!changed.isEmpty()) {
            votes.save(changed.values());
            events.append(by, happened);
        }
        return new Count(
                changed.keySet().stream().map(Key::feedbackId).collect(toCollection(TreeSet::new)),
                refused);
    }

    /// @throws VoteNotFound when this person never voted for the entry
    Vote find(UUID feedbackId, UUID contactId) {
        return votes.of(List.of(feedbackId), List.of(contactId)).stream()
                .findFirst()
                .orElseThrow(VoteNotFound::new);
    }

    private Map<Key, Vote> known(List<Ballot> ballots) {
        var entries = ballots.stream().map(Ballot::feedbackId).distinct().toList();
        var voters = ballots.stream().map(Ballot::contactId).distinct().toList();
        return votes.of(entries, voters).stream()
                .collect(
                        toMap(
                                vote -> new Key(vote.feedbackId(), vote.contactId()),
                                vote -> vote,
                                (first, _) -> first,
                                HashMap::new));
    }

    private static Optional<VoteEvent> count(Optional<Vote> known, Ballot ballot, UUID productId) {
        return known.map(vote -> vote.again(ballot)).orElseGet(() -> Vote.first(ballot, productId));
    }
}
