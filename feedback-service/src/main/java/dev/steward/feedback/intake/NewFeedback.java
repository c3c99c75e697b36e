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

/// An entry as it is submitted.
@Schema(name = "NewFeedback")
record NewFeedback(
        @Schema(
                        description =
                                "Id of the entry in its source. Sending the same id again updates the entry.",
                        examples = "mastodon#158")
                @Nullable
                @Size(min = 1, max = 200)
                String externalId,
        @Schema(
                        description = "Title. Default: the first line of the text.",
                        examples = "Block tags")
                @Nullable
                @Size(min = 1, max = 300)
                String title,
        @Schema(
                        description = "What was said, in Markdown.",
                        examples = "As a user I would like to block certain tags.")
                @NotBlank
                @Size(max = 20_000)
                String text,
        @Schema(description = "What sort of feedback it is. Default: IDEA.")
                @Nullable FeedbackKind kind,
        @Schema(
                        description =
                                "Where the entry can be read in its source: an http or https address.")
                @Nullable
                @Size(max = 2_000)
                @Pattern(regexp = "https?://\\S+")
                String url,
        @Schema(
                        description =
                                "Free facts about the entry, by name, such as the plan of the customer. An update replaces all of them.")
                @Nullable
                @Size(max = 50)
                Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 1_000) String>
                        attributes,
        @Schema(
                        description =
                                "When the feedback was given; older feedback adds less to the demand. Default: now, and on an update what is known.")
                @Nullable Instant submittedAt,
        @Schema(
                        description =
                                "When the entry last changed in its source. A state older than the known one is ignored and answered with STALE.")
                @Nullable Instant sourceUpdatedAt,
        @Schema(
                        description =
                                "The person who gave the feedback. Default for a member: the member; for a source key: unknown.")
                @Nullable
                @Valid
                NamedContact contact,
        @Schema(
                        description =
                                "Votes of others for the entry, one per person. Votes that are not listed stay as they are.")
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

    /// PostgreSQL stores microseconds: a value that is compared with a stored one must not be more
    /// precise.
    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
