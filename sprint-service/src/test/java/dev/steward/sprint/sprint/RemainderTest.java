package dev.steward.sprint.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainderTest {

    @ParameterizedTest
    @CsvSource({"5, 2, 3", "5.5, 2.25, 3.25", "0.5, 0.125, 0.375"})
    void theItemKeepsTheOtherPoints(BigDecimal whole, BigDecimal rest, BigDecimal done) {
        assertThat(rest(rest).subtractFrom(whole, "")).isEqualByComparingTo(done);
    }

    @Test
    void theWholeOfItLeavesNoEstimate() {
        assertThat(rest(new BigDecimal("5.0")).subtractFrom(new BigDecimal("5"), "")).isNull();
    }

    @Test
    void aRestThatIsNotEstimatedLeavesTheEstimateAsItIs() {
        assertThat(rest(null).subtractFrom(new BigDecimal("5"), "")).isEqualByComparingTo("5");
    }

    @Test
    void anItemWithoutAnEstimateKeepsNone() {
        assertThat(rest(null).subtractFrom(null, "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"5, 5.5, decimal-max", ", 5, not-allowed"})
    void theEstimateIsAtMostThatOfTheItem(
            @Nullable BigDecimal whole, @Nullable BigDecimal rest, String code) {
        assertThatThrownBy(() -> rest(rest).subtractFrom(whole, "/decisions/3/rest"))
                .isInstanceOfSatisfying(
                        Remainder.DoesNotFit.class,
                        refused ->
                                assertThat(refused.errors())
                                        .singleElement()
                                        .satisfies(error -> {
                                            assertThat(error.code()).isEqualTo(code);
                                            assertThat(error.pointer())
                                                    .isEqualTo("/decisions/3/rest/estimate");
                                        }));
    }

    @Test
    void itsTitleHasNoSpaceAroundIt() {
        assertThat(new Remainder("  Refunds\n", null).title()).isEqualTo("Refunds");
    }

    private static Remainder rest(@Nullable BigDecimal estimate) {
        return new Remainder("Refunds", estimate);
    }
}
