package dev.steward.backlog.order.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LongestKeptSequencePropertiesTest {

    @Property(tries = 1000)
    void keepsWhatStaysAndAsManyOthersAsPossible(
            @ForAll @IntRange(min = 1, max = 10) int size, @ForAll Random random) {
        var before = shuffled(size, random);

        var kept = LongestKeptSequence.of(before);

        assertThat(kept.stream().map(i -> before[i]).toArray()).isSorted();
        assertThat(kept.stream().boxed())
                .containsAll(IntStream.range(0, size).filter(i -> before[i] == i).boxed().toList());
        assertThat(kept.cardinality()).isEqualTo(most(before));
    }

    private static int[] shuffled(int size, Random random) {
        var numbers = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(numbers.subList(random.nextInt(size), size), random);
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /// By trying all subsets.
    private static int most(int[] before) {
        return IntStream.range(0, 1 << before.length)
                .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
                .filter(kept ->
                        IntStream.range(0, before.length)
                                .allMatch(i -> before[i] != i || kept.get(i)))
                .filter(kept -> rises(kept.stream().map(i -> before[i]).toArray()))
                .mapToInt(BitSet::cardinality)
                .max()
                .orElse(0);
    }

    private static boolean rises(int[] numbers) {
        return IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] < numbers[i]);
    }
}
