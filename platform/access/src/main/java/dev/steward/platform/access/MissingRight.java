package dev.steward.platform.access;

import dev.steward.platform.web.problem.Forbidden;

/// The caller sees the product but none of its roles allows this.
public final class MissingRight extends Forbidden {

    public MissingRight(Right right) {
        super(
                "missing-right",
                "This needs the right " + right + ". Who has it: " + right.holders() + ".");
        fact("right", right.name());
        fact("roles", right.holders());
    }
}
