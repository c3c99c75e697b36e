package dev.steward.backlog.goal;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A short reference to a goal.
@Schema(name = "GoalReference")
public record GoalReference(
        @Schema(description = "Id of the goal.") UUID id,
        @Schema(description = "Title of the goal as it is now.") String title) {}
