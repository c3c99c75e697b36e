package dev.steward.platform.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the tests' resource keeps.
record Probe(
        @NotNull @Size(min = 1, max = 20) String name,
        @Max(9) @Nullable Integer level,
        @Nullable List<String> tags,
        @Nullable Shade shade,
        @Nullable LocalDate due,
        @Nullable Instant at,
        @Nullable @DecimalMax("1000") BigDecimal size,
        @Nullable Boolean flag,
        @Nullable UUID ref,
        @Nullable @Size(max = 3) Map<String, String> notes) {

    Probe(String name, @Nullable Integer level, @Nullable List<String> tags) {
        this(name, level, tags, null, null, null, null, null, null, null);
    }

    static final Probe NONE = new Probe("none", null, null);

    enum Shade {
        LIGHT,
        DARK
    }
}
