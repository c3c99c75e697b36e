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

/// The demand for an item, as far as the caller may see it.
@Schema(name = "Demand")
record DemandView(
        @Schema(description = "Id of the item.") UUID itemId,
        @Schema(
                        description =
                                "Increases by 1 with every change. 0 while nobody has asked for the item.")
                long version,
        @Schema(
                        description =
                                "How much the item is asked for on the day `asOf`; 0 or more, 6 decimals. Rounded to one significant digit for callers without the right CUSTOMER_VALUE while fewer than three companies ask.")
                BigDecimal demand,
        @Schema(description = "Number of companies that ask for the item.") int companyCount,
        @Schema(description = "Number of people who ask for the item, with or without a company.")
                int personCount,
        @Schema(description = "The UTC day for which the demand was calculated: today.")
                LocalDate asOf,
        @Schema(
                        description =
                                "What the demand is the sum of, largest first, at most 500. Null for callers without the right CUSTOMER_VALUE.")
                @Nullable List<Term> terms) {

    private static final int FEW = 3;
    private static final int MAX_TERMS = 500;
    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

    @Schema(name = "DemandTermKind")
    enum TermKind {
        COMPANY,
        INDIVIDUALS
    }

    /// One summand of the demand: a company, or all people without a company together.
    @Schema(name = "DemandTerm")
    record Term(
            @Schema(
                            description =
                                    "COMPANY: one company with all its people. INDIVIDUALS: all people without a company together.")
                    TermKind kind,
            @Schema(description = "The company; null for INDIVIDUALS.") @Nullable Customer customer,
            @Schema(description = "Number of people who ask.") int people,
            @Schema(
                            description =
                                    "Highest importance among the company's people, 0 to 3; null for INDIVIDUALS.")
                    @Nullable Integer importance,
            @Schema(
                            description =
                                    "Days since somebody of the company last asked or voted; the value halves every 180 days. Null for INDIVIDUALS.")
                    @Nullable Long ageDays,
            @Schema(
                            description =
                                    "Whether the value was limited: to 10 per company before it ages, or to 24 for all individuals.")
                    boolean capped,
            @Schema(description = "What this term adds to the demand; 6 decimals.")
                    BigDecimal value) {}

    @Schema(name = "DemandCustomer")
    record Customer(
            @Schema(description = "Id of the customer.") UUID id,
            @Schema(description = "Name of the company.") String name) {}

    /// For callers who may not see who asks.
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
