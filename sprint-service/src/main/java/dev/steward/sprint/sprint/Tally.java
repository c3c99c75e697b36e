package dev.steward.sprint.sprint;

import java.math.BigDecimal;

/// Points and items, counted together.
record Tally(BigDecimal points, int items) {}
