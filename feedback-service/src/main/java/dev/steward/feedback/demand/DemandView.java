package dev.steward.feedback.demand;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Demand as a caller may see it.
@Schema(name = "Demand")
record DemandView(
        UUID itemId,
        long version,
        @Schema(
                        description =
                                "6 decimals. With fewer than three companies behind it, one significant digit for "
                                        + "those who may not see the terms.")
                BigDecimal demand,
        int companyCount,
        int personCount,
        @Schema(description = "The UTC day of the figure.") LocalDate asOf,
        @Schema(description = "Largest first, at most 500; only with the right CUSTOMER_VALUE.")
                @Nullable List<Term> terms) {

    private static final int FEW = 3;
    private static final int MAX_TERMS = 500;
    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

    @Schema(name = "DemandTermKind")
    enum TermKind {
        COMPANY,
        INDIVIDUALS
    }

    /// @param importance, `ageDays` and `customer` of a company; all persons without one are one
    ///   term
    @Schema(name = "DemandTerm")
    record Term(
            TermKind kind,
            @Nullable Customer customer,
            int people,
            @Nullable Integer importance,
            @Nullable Long ageDays,
            boolean capped,
            BigDecimal value) {}

    @Schema(name = "DemandCustomer")
    record Customer(UUID id, String name) {}

    /// For those who may not see who asks.
    static DemandView total(ItemDemand item, LocalDate day) {
        var exact = item.demand().on(day);
        var few = item.demand().companyCount() < FEW;
        return view(
                item,
                few ? new BigDecimal(exact.round(ONE_DIGIT).toPlainString()) : exact,
                day,
                null);
    }

    static DemandView withTerms(
            ItemDemand item, List<Party> parties, LocalDate day, DemandSettings settings) {
        var terms =
                Stream.concat(
                                companies(parties, day, settings),
                                individuals(parties, day, settings))
                        .sorted(Comparator.comparing(Term::value).reversed())
                        .limit(MAX_TERMS)
                        .toList();
        return view(item, item.demand().on(day), day, terms);
    }

    private static DemandView view(
            ItemDemand item, BigDecimal total, LocalDate day, @Nullable List<Term> terms) {
        var demand = item.demand();
        return new DemandView(
                item.itemId(),
                item.version(),
                total,
                demand.companyCount(),
                demand.personCount(),
                day,
                terms);
    }

    private static Stream<Term> companies(
            List<Party> parties, LocalDate day, DemandSettings settings) {
        return parties.stream()
                .flatMap(party ->
                        Stream.ofNullable(party.company())
                                .map(company -> term(party, company, day, settings)));
    }

    private static Term term(
            Party party, Party.Company company, LocalDate day, DemandSettings settings) {
        return new Term(
                TermKind.COMPANY,
                new Customer(company.id(), company.name()),
                party.people(),
                party.importance(),
                party.ageOn(day),
                party.isCapped(settings),
                Demand.decimal(party.termOn(day, settings)));
    }

    private static Stream<Term> individuals(
            List<Party> parties, LocalDate day, DemandSettings settings) {
        var people = parties.stream().filter(party -> party.company() == null).toList();
        if (people.isEmpty()) {
            return Stream.empty();
        }
        var sum = people.stream().mapToDouble(party -> party.termOn(day, settings)).sum();
        var value = Demand.decimal(Math.min(settings.individualsCap(), sum));
        return Stream.of(
                new Term(
                        TermKind.INDIVIDUALS,
                        null,
                        people.size(),
                        null,
                        null,
                        sum > settings.individualsCap(),
                        value));
    }
}
