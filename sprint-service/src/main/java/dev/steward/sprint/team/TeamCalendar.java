package dev.steward.sprint.team;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;

/// Time zone and working days of a team, as they are now. A sprint that starts keeps a copy.
public record TeamCalendar(
        UUID id, UUID productId, String name, String timeZone, List<DayOfWeek> workingDays) {}
