package dev.steward.bench.load;

import java.util.Map;

/// One line, measured once.
///
/// @param p50 milliseconds
/// @param p99 milliseconds
/// @param cpu microseconds per request, by process
public record Sample(double perSecond, double p50, double p99, Map<String, Double> cpu) {}
