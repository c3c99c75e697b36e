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

/// What people set of an item, as requests write it.
@Schema(name = "ItemPatch", description = "What a merge patch may set; null deletes.")
record ItemFields(
        @NotNull ItemType type,
        @NotBlank @Size(max = 300) String title,
        @Schema(description = "Markdown.") @Nullable @Size(max = 65_536) String description,
        @Nullable @Size(max = 100) List<@NotNull @Valid CriterionFields> acceptanceCriteria,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> labels,
        @Schema(description = "The goal that it serves: one of its product that has not ended.")
                @Nullable UUID goalId,
        @Schema(
                        description =
                                "Size, at most 1000; 0 is deliberately no effort, null is not estimated.")
                @Nullable
                @DecimalMin("0")
                @DecimalMax("1000")
                @Digits(integer = 4, fraction = 3)
                BigDecimal estimate,
        @Nullable @DecimalMin("0") @DecimalMax("20") @Digits(integer = 2, fraction = 3)
                BigDecimal value,
        @Nullable @DecimalMin("0") @DecimalMax("20") @Digits(integer = 2, fraction = 3)
                BigDecimal timeCriticality,
        @Nullable @DecimalMin("0") @DecimalMax("20") @Digits(integer = 2, fraction = 3)
                BigDecimal riskReduction,
        @Schema(description = "People or events per period.")
                @Nullable
                @DecimalMin("0")
                @Digits(integer = 12, fraction = 3)
                BigDecimal reach,
        @Schema(description = "One of 3, 2, 1, 0.5, 0.25.") @Nullable BigDecimal impact,
        @Nullable @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 3)
                BigDecimal confidence) {

    /// @param id made where absent
    /// @param met ticked by who may work on the item; open in a new item
    @Schema(name = "CriterionFields")
    record CriterionFields(
            @Nullable UUID id,
            @NotBlank @Size(max = 1_000) String text,
            @Schema(description = "Changing it needs the right WORK; a new item's are open.")
                    @Nullable Boolean met) {

        private boolean isOpen() {
            return !Boolean.TRUE.equals(met);
        }
    }

    /// What a new item starts from. Type and title are missing: it is not valid as it stands.
    @SuppressWarnings("NullAway")
    static final ItemFields EMPTY =
            new ItemFields(
                    null, null, null, null, null, null, null, null, null, null, null, null, null);

    ItemFields withType(ItemType other) {
        return new ItemFields(
                other,
                title,
                description,
                acceptanceCriteria,
                labels,
                goalId,
                estimate,
                value,
                timeCriticality,
                riskReduction,
                reach,
                impact,
                confidence);
    }

    /// Of a new item of which no more is known.
    static ItemFields described(ItemType type, String title, @Nullable String description) {
        return new ItemFields(
                type,
                title,
                description,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// What is left of it: what it is and serves stays, with the criteria that are still open; what
    /// it is worth is for people to say.
    ItemFields rest(String itsTitle, @Nullable BigDecimal itsEstimate) {
        return new ItemFields(
                type,
                itsTitle,
                null,
                acceptanceCriteria == null
                        ? null
                        : acceptanceCriteria.stream().filter(CriterionFields::isOpen).toList(),
                labels,
                goalId,
                itsEstimate,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ItemFields of(BacklogItem item) {
        var text = item.text();
        var inputs = item.inputs();
        return new ItemFields(
                text.type(),
                text.title(),
                text.description(),
                text.criteria().stream().map(ItemFields::fields).toList(),
                text.labels(),
                text.goalId(),
                item.estimate(),
                inputs.value(),
                inputs.timeCriticality(),
                inputs.riskReduction(),
                inputs.reach(),
                inputs.impact(),
                inputs.confidence());
    }

    /// @param known the criteria so far: what is written keeps whether they are met Of an item that
    ///   is being made, or comes from another tool.
    ItemText text(List<Criterion> known) {
        return text(known, CriteriaParser.TickPermission::never);
    }

    ItemText text(List<Criterion> known, CriteriaParser.TickPermission permission) {
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

    ValueInputs inputs() {
        return new ValueInputs(value, timeCriticality, riskReduction, reach, impact, confidence);
    }

    private static CriterionFields fields(Criterion criterion) {
        return new CriterionFields(criterion.id(), criterion.text(), criterion.met());
    }
}
