package dev.steward.platform.testing.offenders;

/// A planted offender: a name that says nothing.
public final class OrderService {}
