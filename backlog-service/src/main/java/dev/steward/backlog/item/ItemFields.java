package dev.steward.backlog.item;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The fields of an item that a request can set.
@Schema(name = "ItemPatch", description = "What a merge patch may set; null deletes.")
public record ItemFields(
        @Schema(description = ItemFields.TYPE) @NotNull ItemType type,
        @Schema(description = "Short name of the item, at most 300 characters.")
                @NotBlank
                @Size(max = 300)
                String title,
        @Schema(
                        description =
                                "Description in Markdown, at most 65,536 characters; null when"
                                        + " there is none.")
                @Nullable
                @Size(max = 65_536)
                String description,
        @Schema(
                        description =
                                "All acceptance criteria in their order, at most 100. The list"
                                        + " replaces the present one: a criterion that is not sent is"
                                        + " deleted.")
                @Nullable
                @Size(max = 100)
                List<@NotNull @Valid CriterionFields> acceptanceCriteria,
        @Schema(
                        description =
                                "All labels, at most 20 of at most 50 characters. The list replaces"
                                        + " the present one.")
                @Nullable
                @Size(max = 20)
                List<@NotBlank @Size(max = 50) String> labels,
        @Schema(
                        description =
                                "Id of the product goal that the item serves: one of the same"
                                        + " product that is PROPOSED or ACTIVE. Null for none.")
                @Nullable UUID goalId,
        @Schema(description = ItemFields.ESTIMATE)
                @Nullable
                @DecimalMin("0")
                @DecimalMax("1000")
                @Digits(integer = 4, fraction = 3)
                BigDecimal estimate,
        @Schema(description = ItemFields.VALUE)
                @Nullable
                @DecimalMin("0")
                @DecimalMax("20")
                @Digits(integer = 2, fraction = 3)
                BigDecimal value,
        @Schema(description = ItemFields.TIME_CRITICALITY)
                @Nullable
                @DecimalMin("0")
                @DecimalMax("20")
                @Digits(integer = 2, fraction = 3)
                BigDecimal timeCriticality,
        @Schema(description = ItemFields.RISK_REDUCTION)
                @Nullable
                @DecimalMin("0")
                @DecimalMax("20")
                @Digits(integer = 2, fraction = 3)
                BigDecimal riskReduction,
        @Schema(description = ItemFields.REACH)
                @Nullable
                @DecimalMin("0")
                @Digits(integer = 12, fraction = 3)
                BigDecimal reach,
        @Schema(description = ItemFields.IMPACT) @Nullable BigDecimal impact,
        @Schema(description = ItemFields.CONFIDENCE)
                @Nullable
                @DecimalMin("0")
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 3)
                BigDecimal confidence) {

    public static final String TYPE =
            "Kind of the item: EPIC, STORY, BUG, DEBT (technical debt) or RESEARCH.";
    public static final String ESTIMATE =
            "Size of the item in the team's unit (story points, for example), 0 to 1000 "
                    + "with up to 3 decimals. 0 means deliberately no effort; null means not "
                    + "estimated.";
    public static final String VALUE =
            "User or business value, 0 to 20; null when nobody has entered it.";
    public static final String TIME_CRITICALITY =
            "How much value is lost by waiting, 0 to 20; null when nobody has entered it.";
    public static final String RISK_REDUCTION =
            "Risk reduced or opportunity opened by the item, 0 to 20; null when nobody has "
                    + "entered it.";
    public static final String REACH =
            "How many people or events the item affects per period, at least 0; null when "
                    + "nobody has entered it.";
    public static final String IMPACT =
            "Effect on each person reached: 3 (massive), 2, 1, 0.5 or 0.25 (minimal); null "
                    + "when nobody has entered it.";
    public static final String CONFIDENCE =
            "How sure people are of the other inputs, 0 to 1; null when nobody has entered "
                    + "it.";

    @Schema(name = "CriterionFields")
    record CriterionFields(
            @Schema(
                            description =
                                    "Id of the criterion that is kept or reworded. Without it a new"
                                            + " criterion is created.")
                    @Nullable UUID id,
            @Schema(description = "The condition in words, at most 1,000 characters.")
                    @NotBlank
                    @Size(max = 1_000)
                    String text,
            @Schema(
                            description =
                                    "Whether the condition is met. Without it the value is kept; to"
                                            + " change it you need the right WORK. The criteria of a"
                                            + " new item are not met.")
                    @Nullable Boolean met) {

        private static CriterionFields of(Criterion criterion) {
            return new CriterionFields(criterion.id(), criterion.text(), criterion.met());
        }
    }

    /// Start of a new item. Not valid by itself: type and title are missing.
    @SuppressWarnings("NullAway")
    public static final ItemFields EMPTY =
            of(ItemText.of(null, null, null), null, ValueInputs.NONE);

    public static ItemFields of(BacklogItem item) {
        return of(item.text(), item.estimate(), item.inputs());
    }

    public static ItemFields of(ItemText text, @Nullable BigDecimal estimate, ValueInputs inputs) {
        return new ItemFields(
                text.type(),
                text.title(),
                text.description(),
                text.acceptanceCriteria().stream().map(CriterionFields::of).toList(),
                text.labels(),
                text.goalId(),
                estimate,
                inputs.value(),
                inputs.timeCriticality(),
                inputs.riskReduction(),
                inputs.reach(),
                inputs.impact(),
                inputs.confidence());
    }

    /// @param known the present criteria: those that are sent back keep `met`. Empty for a new
    ///   item.
    public ItemText text(List<Criterion> known) {
        return text(known, Criterion.TickPermission::never);
    }

    public ItemText text(List<Criterion> known, Criterion.TickPermission permission) {
        return new ItemText(
                type,
                title,
                description,
                acceptanceCriteria == null
                        ? List.of()
                        : new CriteriaParser(known, permission).read(acceptanceCriteria),
                labels == null ? List.of() : labels.stream().distinct().toList(),
                goalId);
    }

    public ValueInputs inputs() {
        return new ValueInputs(value, timeCriticality, riskReduction, reach, impact, confidence);
    }
}
