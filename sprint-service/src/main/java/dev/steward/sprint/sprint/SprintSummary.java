package dev.steward.sprint.sprint;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A sprint without its items, as part of answers about its contents.
@Schema(name = "SprintSummary")
public record SprintSummary(
        @Schema(description = "Id of the sprint.") UUID id,
        @Schema(description = "Name of the sprint; need not be unique.") String name,
        @Schema(description = "Goal of the sprint, as Markdown. Null while it has none.")
                @Nullable String goal,
        @Schema(description = "PLANNED, then ACTIVE, and in the end CLOSED or CANCELLED.")
                SprintStatus status,
        @Schema(description = "First day. Null while it is not set.") @Nullable LocalDate startDate,
        @Schema(description = "Last day, included. Null while it is not set.")
                @Nullable LocalDate endDate,
        @Schema(description = "When the sprint was started. Null before.")
                @Nullable Instant startedAt,
        @Schema(description = "When the sprint was closed or cancelled. Null before.")
                @Nullable Instant endedAt,
        @Schema(
                        description =
                                "The forecast: points in the sprint when it started. Null before; does not change afterwards.")
                @Nullable BigDecimal plannedPoints,
        @Schema(
                        description =
                                "Time zone of the team when the sprint started, as a name of the IANA database: its days begin and end in it. Null before the start.")
                @Nullable String timeZone,
        @Schema(
                        description =
                                "Days of the week on which the team worked when the sprint started. Null before the start.")
                @Nullable List<DayOfWeek> workingDays,
        @Schema(
                        description =
                                "Raised by 1 with each change of the sprint itself; not by changes of its items.")
                long version) {}
