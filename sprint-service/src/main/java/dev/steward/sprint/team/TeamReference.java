package dev.steward.sprint.team;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A team, as other schemas refer to it.
@Schema(name = "TeamReference")
public record TeamReference(
        @Schema(description = "Id of the team.") UUID id,
        @Schema(description = "Name of the team.") @Nullable String name) {}
