package dev.steward.platform.testing.offenders;

/// A planted offender: prints.
public final class Printer {
    void print() {
        System.out.println("hello");
    }
}
