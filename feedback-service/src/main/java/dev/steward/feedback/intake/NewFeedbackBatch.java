package dev.steward.feedback.intake;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A batch of entries. Each is parsed and validated by itself and has its own result: one invalid
/// entry is no reason to answer the others with an error.
@Schema(name = "NewFeedbackBatch")
record NewFeedbackBatch(
        @Schema(
                        description =
                                "The entries, with at most 5,000 votes in all of them together. Each is checked by itself and has its own result.",
                        type = SchemaType.ARRAY,
                        implementation = NewFeedback.class)
                @NotEmpty
                @Size(max = 500)
                @JsonSetter(contentNulls = Nulls.SET)
                List<JsonNode> entries) {

    private static final int MAX_VOTES = 5_000;

    /// Limits what one transaction writes while others wait for the same items' demand.
    ///
    /// @throws Invalid above 5,000 votes
    void checkVotes() {
        var votes = entries.stream().mapToInt(entry -> entry.path("votes").size()).sum();
        if (votes > MAX_VOTES) {
            throw new Invalid(
                    new FieldError(
                            "/entries",
                            null,
                            "too-many-votes",
                            Map.of("max", MAX_VOTES),
                            "At most 5,000 votes in one request; there are " + votes + "."));
        }
    }
}
