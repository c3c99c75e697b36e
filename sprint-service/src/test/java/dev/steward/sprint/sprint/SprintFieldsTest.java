package dev.steward.sprint.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprintFieldsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-15");

    @ParameterizedTest
    @CsvSource({"2024-03-14", "2028-03-16", "1970-01-01", "2200-12-31"})
    void aDateMoreThanTwoYearsAwayIsRefused(LocalDate far) {
        var refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () -> with(far, null).requireDatesNear(TODAY, SprintFields.NONE));

        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly("/startDate");
        assertThat(refusal.errors().getFirst().params())
                .containsEntry("min", "2024-03-15")
                .containsEntry("max", "2028-03-15");
    }

    @ParameterizedTest
    @CsvSource({"2024-03-15,2024-03-20", "2028-03-01,2028-03-15", ","})
    void datesWithinTwoYearsAreAccepted(LocalDate start, LocalDate end) {
        with(start, end).requireDatesNear(TODAY, SprintFields.NONE);
    }

    @Test
    void anUnchangedDateIsNotCheckedAgain() {
        var old = with(LocalDate.parse("2020-01-13"), null);

        with(old.startDate(), TODAY).requireDatesNear(TODAY, old);
    }

    private static SprintFields with(@Nullable LocalDate start, @Nullable LocalDate end) {
        return new SprintFields("Sprint 12", "a goal", start, end);
    }
}
