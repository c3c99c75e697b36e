package dev.steward.feedback.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.VoteSubmitterRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoteTest {

    private static final Instant EARLIER = Instant.parse("2026-01-15T09:30:00Z");
    private static final Instant LATER = Instant.parse("2026-02-15T09:30:00Z");
    private static final UUID ENTRY = UuidCreator.getTimeOrderedEpoch();
    private static final UUID VOTER = UuidCreator.getTimeOrderedEpoch();

    @Test
    void withoutATimeIsAsOldAsItsArrival() {
        assertThat(cast(2).votedAt()).isEqualTo(EARLIER);
    }

    @Test
    void insideAnEntryIsAsOldAsTheEntry() {
        var vote = new NewVote(null, 2, null, null, false);
        var input = new VoteInput(ENTRY, VOTER, vote, null, "source:x", VoteSubmitterRole.VOTER);
        assertThat(new Vote(input, ENTRY).votedAt()).isNull();
    }

    @Test
    void votingAgainChangesNeitherWeightNorAge() {
        assertThat(cast(2).update(input(2, LATER, false))).isEmpty();
        assertThat(cast(2).update(input(null, LATER, false))).isEmpty();
    }

    @Test
    void aSecondOneUpdatesTheFirst() {
        var vote = cast(2);
        var changed = vote.update(input(3, LATER, false)).orElseThrow();
        assertThat(changed).isInstanceOf(VoteEvent.Changed.class);
        assertThat(vote.importance()).isEqualTo(3);
        assertThat(vote.version()).isEqualTo(2);
        assertThat(vote.votedAt()).isEqualTo(EARLIER);
    }

    @Test
    void anEventKeepsTheStateThatTheVoteHadThen() {
        var vote = cast(2);
        var first = vote.cast();
        vote.update(input(3, LATER, false));
        assertThat(first.vote().importance()).isEqualTo(2);
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void canBeWithdrawnAndCastAgain() {
        var vote = cast(2);
        assertThat(vote.update(input(null, LATER, true)).orElseThrow().state()).isNull();
        var again = vote.update(input(1, LATER, false)).orElseThrow();
        assertThat(again).isInstanceOf(VoteEvent.Cast.class);
        assertThat(vote.version()).isEqualTo(3);
        assertThat(vote.votedAt()).isEqualTo(LATER);
    }

    @Test
    void withdrawingTwiceChangesNothing() {
        var vote = cast(2);
        vote.update(input(null, LATER, true));
        assertThat(vote.update(input(null, LATER, true))).isEmpty();
    }

    @Test
    void isChangedByItsVoterAndItsRecorderOnly() {
        var recorded = cast(2);
        assertThat(recorded.refuses(by("sam", VoteSubmitterRole.RECORDER))).isTrue();
        assertThat(recorded.refuses(by("dana", VoteSubmitterRole.RECORDER))).isFalse();
        assertThat(recorded.refuses(by("olivia", VoteSubmitterRole.TRIAGER))).isFalse();
        assertThat(recorded.refuses(by("source:x", VoteSubmitterRole.VOTER))).isFalse();
    }

    @Test
    void whatWouldChangeNothingIsNotRefused() {
        assertThat(cast(3).refuses(by("sam", VoteSubmitterRole.RECORDER))).isFalse();
    }

    @Test
    void belongsToTheVoterAfterwardsButNotToWhoCorrectsIt() {
        var vote = cast(2);
        vote.update(by("olivia", VoteSubmitterRole.TRIAGER));
        assertThat(vote.recordedBy()).isEqualTo("dana");
        vote.update(withdrawn("source:x"));
        assertThat(vote.recordedBy()).isEqualTo("source:x");
        assertThat(vote.refuses(by("dana", VoteSubmitterRole.RECORDER))).isTrue();
    }

    private static VoteInput by(String who, VoteSubmitterRole as) {
        return new VoteInput(ENTRY, VOTER, new NewVote(null, 3, null, null, false), LATER, who, as);
    }

    private static VoteInput withdrawn(String who) {
        var vote = new NewVote(null, null, null, null, true);
        return new VoteInput(ENTRY, VOTER, vote, LATER, who, VoteSubmitterRole.VOTER);
    }

    private static Vote cast(int importance) {
        return new Vote(input(importance, EARLIER, false), ENTRY);
    }

    private static VoteInput input(
            @Nullable Integer importance, Instant arrival, boolean withdrawn) {
        var vote = new NewVote(null, importance, null, null, withdrawn);
        return new VoteInput(ENTRY, VOTER, vote, arrival, "dana", VoteSubmitterRole.RECORDER);
    }
}
