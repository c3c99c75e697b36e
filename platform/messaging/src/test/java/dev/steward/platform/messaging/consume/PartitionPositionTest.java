package dev.steward.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How careful a partition is read after something took too long, or ended the process.
class PartitionPositionTest {

    private static final int ALL = PartitionPosition.ALL;

    @Test
    void aBatchIsTriedThreeTimesThenHalvedWithOneTryEach() {
        var position = PartitionPosition.at(7);
        assertThat(position.tookTooLong(400, 407).tookTooLong(400, 407)).isEqualTo(at(2, ALL, 7));
        assertThat(at(2, ALL, 7).tookTooLong(400, 407)).isEqualTo(at(0, 200, 407));
        assertThat(at(0, 200, 407).tookTooLong(200, 207)).isEqualTo(at(0, 100, 407));
        assertThat(at(0, 3, 407).tookTooLong(3, 10)).isEqualTo(at(0, 1, 407));
    }

    @Test
    void aRecordThatIsAloneIsGivenUpAfterThreeTries() {
        assertThat(at(0, 1, 9).tookTooLong(1, 8).tookTooLong(1, 8).isGivenUp()).isFalse();
        assertThat(at(2, 1, 9).tookTooLong(1, 8).isGivenUp()).isTrue();
        assertThat(at(2, ALL, 7).tookTooLong(1, 8).isGivenUp()).isTrue();
    }

    @Test
    void noBatchIsGivenUpAsAWhole() {
        assertThat(at(9, 2, 9).isGivenUp()).isFalse();
    }

    @Test
    void theLongestWayToOneRecordIsBounded() {
        var position = PartitionPosition.at(7);
        var tries = 0;
        while (!position.isGivenUp()) {
            position = position.tookTooLong(position.most(), 507);
            tries++;
        }
        assertThat(tries).isEqualTo(3 + 7 + 3);
    }

    @Test
    void staysCarefulUntilTheEndOfWhatFailed() {
        assertThat(at(1, 1, 9).applied(8)).isEqualTo(new PartitionPosition(8, 0, 1, 9));
        assertThat(at(1, 1, 9).applied(9)).isEqualTo(PartitionPosition.at(9));
        assertThat(PartitionPosition.at(7).oneByOne(20)).isEqualTo(at(0, 1, 20));
    }

    @Test
    void whatWasBegunTwiceWithoutAnEndIsReadOneByOneAfterARestart() {
        assertThat(at(1, ALL, 7).found()).isEqualTo(at(1, ALL, 7));
        assertThat(at(2, ALL, 7).found()).isEqualTo(at(0, 1, 7 + ALL));
        assertThat(at(2, 1, 9).found()).isEqualTo(at(2, 1, 9));
    }

    private static PartitionPosition at(int tries, int most, long until) {
        return new PartitionPosition(7, tries, most, until);
    }
}
