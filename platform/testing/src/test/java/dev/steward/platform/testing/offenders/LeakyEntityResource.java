package dev.steward.platform.testing.offenders;

/// A planted offender: an entity handed to Jackson.
public final class LeakyEntityResource {
    public OpenEntity read() {
        return new OpenEntity();
    }
}
