package dev.steward.backlog.item;

import java.util.List;

/// What advises against taking the item into a sprint.
///
/// @param failing names of the readiness rules that it does not meet
record ItemReadiness(List<ReadinessRule> failing) {}
