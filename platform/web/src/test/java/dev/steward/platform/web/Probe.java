package dev.steward.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the tests' resource keeps.
record Probe(
        @NotNull @Size(min = 1, max = 20) String name,
        @Max(9) @Nullable Integer level,
        @Nullable List<String> tags,
        @Nullable Shade shade) {

    static final Probe NONE = new Probe("none", null, null, null);

    enum Shade {
        LIGHT,
        DARK
    }
}
