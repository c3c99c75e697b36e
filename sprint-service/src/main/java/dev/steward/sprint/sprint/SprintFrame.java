package dev.steward.sprint.sprint;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The frame of a sprint, for those who show what is in it.
///
/// @param plannedPoints the start value, frozen
/// @param timeZone in which its days begin and end, frozen at the start
/// @param workingDays the team's, frozen at the start
@Schema(name = "SprintFrame")
public record SprintFrame(
        UUID id,
        String name,
        @Nullable String goal,
        SprintStatus status,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable BigDecimal plannedPoints,
        @Nullable String timeZone,
        @Nullable List<DayOfWeek> workingDays,
        long version) {}
