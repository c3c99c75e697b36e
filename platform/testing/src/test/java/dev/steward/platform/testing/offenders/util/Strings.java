package dev.steward.platform.testing.offenders.util;

/// A planted offender: a package named after nothing.
public final class Strings {}
