package dev.steward.platform.access;

/// A cell of the table of rights, from nothing to everything; a higher one includes the lower.
public enum Level {
    NONE,
    OWN,
    READ,
    PROPOSE,
    WRITE,
    ALL
}
