package dev.steward.feedback.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A batch. Its entries are read and checked one by one, each with its own result: one that is
/// wrong is no reason to answer the others with an error.
@Schema(name = "NewFeedbackBatch")
record NewEntries(
        @Schema(type = SchemaType.ARRAY, implementation = NewEntry.class) @NotEmpty @Size(max = 500)
                List<JsonNode> entries) {}
