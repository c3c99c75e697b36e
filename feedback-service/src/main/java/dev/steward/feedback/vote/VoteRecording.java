package dev.steward.feedback.vote;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
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

/// Records votes, any number of them in a fixed number of statements. The caller holds the locks of
/// their entries and voters.
@ApplicationScoped
public class VoteRecording {

    private record Key(UUID feedbackId, UUID contactId) {}

    private final Votes votes;
    private final EventStore events;

    VoteRecording(Votes votes, EventStore events) {
        this.votes = votes;
        this.events = events;
    }

    /// @param changed ids of the entries whose votes have changed
    /// @param refused votes that would have changed somebody else's vote
    public record RecordedVotes(Set<UUID> changed, Set<VoteInput> refused) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public RecordedVotes record(UUID productId, List<VoteInput> voteInputs, EventContext by) {
        if (voteInputs.isEmpty()) {
            return new RecordedVotes(Set.of(), Set.of());
        }
        var known = known(voteInputs);
        var changed = new LinkedHashMap<Key, Vote>();
        var happened = new ArrayList<VoteEvent>();
        var refused = new HashSet<VoteInput>();
        for (var input : voteInputs) {
            var key = new Key(input.feedbackId(), input.contactId());
            var before = Optional.ofNullable(known.get(key));
            var event = apply(before, input, productId);
            if (event.isPresent() && before.isPresent() && !before.get().mayBeChangedBy(input)) {
                refused.add(input);
                continue;
            }
            event.ifPresent(voteEvent -> {
                known.put(key, voteEvent.vote());
                changed.put(key, voteEvent.vote());
                happened.add(voteEvent);
            });
        }
        if (!changed.isEmpty()) {
            votes.save(changed.values());
            events.append(by, happened);
        }
        return new RecordedVotes(
                changed.keySet().stream().map(Key::feedbackId).collect(toCollection(TreeSet::new)),
                refused);
    }

    /// @throws VoteNotFound when this person has never voted for the entry
    Vote find(UUID feedbackId, UUID contactId) {
        return votes.find(List.of(feedbackId), List.of(contactId)).stream()
                .findFirst()
                .orElseThrow(VoteNotFound::new);
    }

    private Map<Key, Vote> known(List<VoteInput> voteInputs) {
        var entries = voteInputs.stream().map(VoteInput::feedbackId).distinct().toList();
        var voters = voteInputs.stream().map(VoteInput::contactId).distinct().toList();
        return votes.find(entries, voters).stream()
                .collect(
                        toMap(
                                vote -> new Key(vote.feedbackId(), vote.contactId()),
                                vote -> vote,
                                (first, _) -> first,
                                HashMap::new));
    }

    private static Optional<VoteEvent> apply(
            Optional<Vote> known, VoteInput input, UUID productId) {
        return known.map(vote -> vote.update(input)).orElseGet(() -> Vote.cast(input, productId));
    }
}
