package dev.steward.backlog.goal;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A goal, as answers about something else name it.
@Schema(name = "GoalReference")
public record GoalReference(UUID id, String title) {}
