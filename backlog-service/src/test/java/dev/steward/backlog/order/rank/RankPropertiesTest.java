package dev.steward.backlog.order.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RankPropertiesTest {

    @Property
    void isStrictlyBetween(@ForAll("ranks") Rank one, @ForAll("ranks") Rank other) {
        Assume.that(!one.equals(other));
        var above = one.isAbove(other) ? one : other;
        var below = one.isAbove(other) ? other : one;

        var middle = Rank.between(above, below);

        assertThat(middle).isGreaterThan(above).isLessThan(below);
        assertThat(Rank.isOfNumber(middle.key())).isFalse();
    }

    @Property(tries = 200)
    void spreadsAnyNumberInOrder(
            @ForAll("ranks") Rank above, @ForAll @IntRange(min = 1, max = 2000) int count) {
        var below = new Rank(above.key() + "1");

        var spread = new Gap(above, below).spread(count);

        assertThat(spread)
                .hasSize(count)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
        assertThat(spread.getFirst()).isGreaterThan(above);
        assertThat(spread.getLast()).isLessThan(below);
        assertThat(spread)
                .noneMatch(rank -> rank.key().endsWith("0") || Rank.isOfNumber(rank.key()));
    }

    /// 150 insertions at one place never make a rank too long, even in the worst case.
    @Property(tries = 100)
    void growsSlowlyWhereverItemsAreInserted(
            @ForAll @Size(150) List<@IntRange(max = 1_000_000) Integer> places) {
        List<Rank> order = new ArrayList<>(List.of(Rank.ofNumber(1), Rank.ofNumber(2)));
        for (int place : places) {
            var at = 1 + place % (order.size() - 1);
            order.add(at, Rank.between(order.get(at - 1), order.get(at)));
        }
        assertThat(order).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
        assertThat(order).noneMatch(Rank::isTooLong);
    }

    /// One digit allows five halvings.
    @Property(tries = 100)
    void growsByADigitInFiveInsertionsAtOnePlace(
            @ForAll boolean upwards, @ForAll @IntRange(min = 1, max = 300) int times) {
        var above = Rank.ofNumber(1);
        var below = Rank.ofNumber(2);
        for (int i = 0; i < times; i++) {
            var middle = Rank.between(above, below);
            above = upwards ? middle : above;
            below = upwards ? below : middle;
        }
        assertThat((upwards ? above : below).key().length()).isLessThanOrEqualTo(8 + 1 + times / 5);
    }

    @Property
    void laterNumbersComeLater(@ForAll @LongRange(max = 3_000_000_000_000L) long number) {
        assertThat(Rank.ofNumber(number)).isLessThan(Rank.ofNumber(number + 1));
        assertThat(Rank.ofNumber(number).key()).hasSize(8).doesNotEndWith("0");
    }

    @Provide
    Arbitrary<Rank> ranks() {
        return Arbitraries.oneOf(numbers().map(Rank::ofNumber), closeToNumbers(), any());
    }

    /// Few numbers, so that two of them are often neighbours.
    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().between(1, 70);
    }

    /// Keys next to those of new items.
    private static Arbitrary<Rank> closeToNumbers() {
        var endings = Arbitraries.of("1", "U", "V", "VV", "W", "z");
        return Combinators.combine(numbers(), endings)
                .as((number, ending) -> new Rank(Rank.ofNumber(number).key() + ending));
    }

    private static Arbitrary<Rank> any() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(Rank.MAX_LENGTH)
                .filter(key -> !key.endsWith("0"))
                .map(Rank::new);
    }
}
