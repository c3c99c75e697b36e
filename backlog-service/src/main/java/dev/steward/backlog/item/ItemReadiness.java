package dev.steward.backlog.item;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Readiness rules that an item does not meet.
public record ItemReadiness(
        @Schema(
                        description =
                                "Names of the rules that are not met: `title`, `estimate` or"
                                        + " `criteria` (no acceptance criterion). Empty when all are"
                                        + " met.")
                List<ReadinessRule> failing) {}
