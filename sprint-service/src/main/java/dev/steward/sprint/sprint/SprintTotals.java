package dev.steward.sprint.sprint;

import java.math.BigDecimal;

/// The sum of points and the number of some items of a sprint.
public record SprintTotals(BigDecimal points, int items) {}
