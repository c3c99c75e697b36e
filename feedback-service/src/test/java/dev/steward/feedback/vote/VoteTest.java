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
        assertThat(Vote.cast(input, ENTRY).orElseThrow().vote().votedAt()).isNull();
    }

    @Test
    void votingAgainChangesNeitherWeightNorAge() {
        assertThat(cast(2).update(input(2, LATER, false))).isEmpty();
        assertThat(cast(2).update(input(null, LATER, false))).isEmpty();
    }

    @Test
    void aSecondOneUpdatesTheFirst() {
        var changed = cast(2).update(input(3, LATER, false)).orElseThrow();
        assertThat(changed).isInstanceOf(VoteEvent.Changed.class);
        assertThat(changed.vote().importance()).isEqualTo(3);
        assertThat(changed.vote().version()).isEqualTo(2);
        assertThat(changed.vote().votedAt()).isEqualTo(EARLIER);
    }

    @Test
    void canBeWithdrawnAndCastAgain() {
        var withdrawn = cast(2).update(input(null, LATER, true)).orElseThrow();
        assertThat(withdrawn.state()).isNull();
        var again = withdrawn.vote().update(input(1, LATER, false)).orElseThrow();
        assertThat(again).isInstanceOf(VoteEvent.Cast.class);
        assertThat(again.vote().version()).isEqualTo(3);
        assertThat(again.vote().votedAt()).isEqualTo(LATER);
    }

    @Test
    void withdrawingTwiceOrWithoutAVoteChangesNothing() {
        var withdrawn = cast(2).update(input(null, LATER, true)).orElseThrow().vote();
        assertThat(withdrawn.update(input(null, LATER, true))).isEmpty();
        assertThat(Vote.cast(input(null, LATER, true), ENTRY)).isEmpty();
    }

    @Test
    void mayBeChangedByItsVoterAndItsRecorder() {
        var recorded = cast(2);
        assertThat(recorded.mayBeChangedBy(by("sam", VoteSubmitterRole.RECORDER))).isFalse();
        assertThat(recorded.mayBeChangedBy(by("dana", VoteSubmitterRole.RECORDER))).isTrue();
        assertThat(recorded.mayBeChangedBy(by("olivia", VoteSubmitterRole.TRIAGER))).isTrue();
        assertThat(recorded.mayBeChangedBy(by("source:x", VoteSubmitterRole.VOTER))).isTrue();
    }

    @Test
    void belongsToTheVoterAfterwardsButNotToWhoCorrectsIt() {
        var corrected =
                cast(2).update(by("olivia", VoteSubmitterRole.TRIAGER)).orElseThrow().vote();
        assertThat(corrected.recordedBy()).isEqualTo("dana");
        var own = corrected.update(withdrawn("source:x")).orElseThrow().vote();
        assertThat(own.recordedBy()).isEqualTo("source:x");
        assertThat(own.mayBeChangedBy(by("dana", VoteSubmitterRole.RECORDER))).isFalse();
    }

    private static VoteInput by(String who, VoteSubmitterRole as) {
        return new VoteInput(ENTRY, VOTER, new NewVote(null, 3, null, null, false), LATER, who, as);
    }

    private static VoteInput withdrawn(String who) {
        var vote = new NewVote(null, null, null, null, true);
        return new VoteInput(ENTRY, VOTER, vote, LATER, who, VoteSubmitterRole.VOTER);
    }

    private static Vote cast(int importance) {
        return Vote.cast(input(importance, EARLIER, false), ENTRY).orElseThrow().vote();
    }

    private static VoteInput input(
            @Nullable Integer importance, Instant arrival, boolean withdrawn) {
        var vote = new NewVote(null, importance, null, null, withdrawn);
        return new VoteInput(ENTRY, VOTER, vote, arrival, "dana", VoteSubmitterRole.RECORDER);
    }
}
