package dev.steward.feedback.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.SpeaksAs;
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
    void isAsOldAsItsArrival() {
        assertThat(cast(2).votedAt()).isEqualTo(EARLIER);
    }

    @Test
    void insideAnEntryIsAsOldAsTheEntry() {
        var vote = new NewVote(null, 2, null, null, false);
        var ballot = new Ballot(ENTRY, VOTER, vote, null, "source:x", SpeaksAs.VOTER);
        assertThat(Vote.first(ballot, ENTRY).orElseThrow().vote().votedAt()).isNull();
    }

    @Test
    void sayingItTwiceMakesItNeitherLouderNorYounger() {
        assertThat(cast(2).again(ballot(2, LATER, false))).isEmpty();
        assertThat(cast(2).again(ballot(null, LATER, false))).isEmpty();
    }

    @Test
    void aSecondOneUpdatesTheFirst() {
        var changed = cast(2).again(ballot(3, LATER, false)).orElseThrow();
        assertThat(changed).isInstanceOf(VoteEvent.Changed.class);
        assertThat(changed.vote().importance()).isEqualTo(3);
        assertThat(changed.vote().version()).isEqualTo(2);
        assertThat(changed.vote().votedAt()).isEqualTo(EARLIER);
    }

    @Test
    void canBeTakenBackAndCastAgain() {
        var withdrawn = cast(2).again(ballot(null, LATER, true)).orElseThrow();
        assertThat(withdrawn.state()).isNull();
        var again = withdrawn.vote().again(ballot(1, LATER, false)).orElseThrow();
        assertThat(again).isInstanceOf(VoteEvent.Cast.class);
        assertThat(again.vote().version()).isEqualTo(3);
        assertThat(again.vote().votedAt()).isEqualTo(LATER);
    }

    @Test
    void takingBackWhatIsTakenBackOrWasNeverCastIsNothing() {
        var withdrawn = cast(2).again(ballot(null, LATER, true)).orElseThrow().vote();
        assertThat(withdrawn.again(ballot(null, LATER, true))).isEmpty();
        assertThat(Vote.first(ballot(null, LATER, true), ENTRY)).isEmpty();
    }

    @Test
    void isItsVotersAndItsRecorders() {
        var recorded = cast(2);
        assertThat(recorded.mayBeChangedBy(by("sam", SpeaksAs.RECORDER))).isFalse();
        assertThat(recorded.mayBeChangedBy(by("dana", SpeaksAs.RECORDER))).isTrue();
        assertThat(recorded.mayBeChangedBy(by("olivia", SpeaksAs.TRIAGER))).isTrue();
        assertThat(recorded.mayBeChangedBy(by("source:x", SpeaksAs.VOTER))).isTrue();
    }

    @Test
    void becomesItsVotersButNeverTheirsWhoCorrectIt() {
        var corrected = cast(2).again(by("olivia", SpeaksAs.TRIAGER)).orElseThrow().vote();
        assertThat(corrected.recordedBy()).isEqualTo("dana");
        var own = corrected.again(withdrawn("source:x")).orElseThrow().vote();
        assertThat(own.recordedBy()).isEqualTo("source:x");
        assertThat(own.mayBeChangedBy(by("dana", SpeaksAs.RECORDER))).isFalse();
    }

    private static Ballot by(String who, SpeaksAs as) {
        return new Ballot(ENTRY, VOTER, new NewVote(null, 3, null, null, false), LATER, who, as);
    }

    private static Ballot withdrawn(String who) {
        var vote = new NewVote(null, null, null, null, true);
        return new Ballot(ENTRY, VOTER, vote, LATER, who, SpeaksAs.VOTER);
    }

    private static Vote cast(int importance) {
        return Vote.first(ballot(importance, EARLIER, false), ENTRY).orElseThrow().vote();
    }

    private static Ballot ballot(@Nullable Integer importance, Instant arrival, boolean withdrawn) {
        var vote = new NewVote(null, importance, null, null, withdrawn);
        return new Ballot(ENTRY, VOTER, vote, arrival, "dana", SpeaksAs.RECORDER);
    }
}
