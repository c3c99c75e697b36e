package dev.steward.feedback.intake;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A batch. Its entries are checked one by one, each with its own result: one that is wrong is no
/// reason to answer the others with an error.
@Schema(name = "NewFeedbackBatch")
record NewEntries(@NotEmpty @Size(max = 500) List<@NotNull NewEntry> entries) {}
