package dev.steward.sprint.team;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A team in an answer about something else.
@Schema(name = "TeamReference")
public record TeamReference(UUID id, @Nullable String name) {}
