package dev.steward.feedback.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
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
        var ballot = new Ballot(ENTRY, VOTER, 2, null, null, null, false, "source:x");
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

    private static Vote cast(int importance) {
        return Vote.first(ballot(importance, EARLIER, false), ENTRY).orElseThrow().vote();
    }

    private static Ballot ballot(@Nullable Integer importance, Instant arrival, boolean withdrawn) {
        return new Ballot(ENTRY, VOTER, importance, null, null, arrival, withdrawn, "dana");
    }
}
