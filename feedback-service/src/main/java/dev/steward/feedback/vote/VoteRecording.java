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
import java.util.List;
import java.util.Map;
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
        var happened = new ArrayList<VoteEvent>();
        var first = new ArrayList<Vote>();
        var refused = new HashSet<VoteInput>();
        for (var input : voteInputs) {
            var key = new Key(input.feedbackId(), input.contactId());
            var vote = known.get(key);
            if (vote != null && vote.refuses(input)) {
                refused.add(input);
            } else if (vote != null) {
                vote.update(input).ifPresent(happened::add);
            } else if (!input.withdrawn()) {
                var cast = new Vote(input, productId);
                known.put(key, cast);
                first.add(cast);
                happened.add(cast.cast());
            }
        }
        votes.insert(productId, first);
        events.append(by, happened);
        return new RecordedVotes(
                happened.stream()
                        .map(event -> event.vote().feedbackId())
                        .collect(toCollection(TreeSet::new)),
                refused);
    }

    /// @throws VoteNotFound when this person has never voted for the entry
    Vote find(UUID feedbackId, UUID contactId) {
        return votes.of(feedbackId, contactId);
    }

    private Map<Key, Vote> known(List<VoteInput> voteInputs) {
        var entries = voteInputs.stream().map(VoteInput::feedbackId).distinct().toList();
        var voters = voteInputs.stream().map(VoteInput::contactId).distinct().toList();
        return votes.of(entries, voters).stream()
                .collect(
                        toMap(
                                vote -> new Key(vote.feedbackId(), vote.contactId()),
                                vote -> vote,
                                (first, _) -> first,
                                HashMap::new));
    }
}
