package dev.steward.feedback.intake;

import dev.steward.feedback.contact.NamedContact;
import dev.steward.feedback.entry.FeedbackContent;
import dev.steward.feedback.entry.FeedbackKind;
import dev.steward.feedback.entry.FeedbackTitle;
import dev.steward.feedback.vote.NewVote;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry as it comes in.
@Schema(name = "NewFeedback")
record NewFeedback(
        @Schema(
                        description = "Its id in the source: sending it again updates the entry.",
                        examples = "mastodon#158")
                @Nullable
                @Size(min = 1, max = 200)
                String externalId,
        @Schema(description = "Default: the first line of the text.", examples = "Block tags")
                @Nullable
                @Size(min = 1, max = 300)
                String title,
        @Schema(
                        description = "Markdown.",
                        examples = "As a user I would like to block certain tags.")
                @NotBlank
                @Size(max = 20_000)
                String text,
        @Schema(description = "Default: IDEA.") @Nullable FeedbackKind kind,
        @Schema(description = "Where it can be read in the source.")
                @Nullable
                @Size(max = 2_000)
                @Pattern(regexp = "https?://\\S+")
                String url,
        @Nullable @Size(max = 50)
                Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 1_000) String>
                        attributes,
        @Schema(description = "Default: now.") @Nullable Instant submittedAt,
        @Schema(
                        description =
                                "When it last changed in the source: an older state than the known one is STALE.")
                @Nullable Instant sourceUpdatedAt,
        @Schema(description = "Who says it; a person who posts without one speaks for themselves.")
                @Nullable
                @Valid
                NamedContact contact,
        @Schema(description = "One per person; absence withdraws nothing.")
                @Nullable
                @Size(max = 1_000)
                List<@NotNull @Valid NewVote> votes) {

    List<NewVote> votesOrEmpty() {
        return votes == null ? List.of() : votes;
    }

    FeedbackContent content(@Nullable UUID contactId) {
        return new FeedbackContent(
                title == null ? FeedbackTitle.fromText(text) : title,
                text,
                kind == null ? FeedbackKind.IDEA : kind,
                url,
                attributes == null ? Map.of() : attributes,
                micros(submittedAt),
                micros(sourceUpdatedAt),
                contactId);
    }

    /// PostgreSQL keeps microseconds: what is compared with it must not be finer.
    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
