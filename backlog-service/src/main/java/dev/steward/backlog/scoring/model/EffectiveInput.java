package dev.steward.backlog.scoring.model;

import dev.steward.backlog.scoring.model.FactorContribution.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The input that counts where several are possible: entered by people, from demand, or a default.
record EffectiveInput(@Nullable BigDecimal input, Source source, @Nullable LocalDate asOf) {

    static EffectiveInput typed(@Nullable BigDecimal input) {
        return new EffectiveInput(input, input == null ? Source.NONE : Source.ITEM, null);
    }

    /// The entered input, or that from demand where it is larger.
    static EffectiveInput enteredOrDemand(
            @Nullable BigDecimal typed, BigDecimal demanded, Source source, Inputs inputs) {
        return typed != null && typed.compareTo(demanded) >= 0
                ? typed(typed)
                : new EffectiveInput(demanded, source, inputs.day());
    }

    EffectiveInput orDefault(BigDecimal input) {
        return this.input == null ? new EffectiveInput(input, Source.DEFAULT, null) : this;
    }

    boolean isKnown() {
        return source != Source.NONE && source != Source.DEFAULT;
    }

    @Nullable BigDecimal map(Function<BigDecimal, BigDecimal> calculation) {
        return input == null ? null : calculation.apply(input);
    }
}
