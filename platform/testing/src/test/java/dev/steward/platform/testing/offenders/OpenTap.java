package dev.steward.platform.testing.offenders;

import jakarta.persistence.TypedQuery;
import java.util.Optional;

/// Takes the first result and leaves the rest, and the connection, open.
public final class OpenTap {

    private OpenTap() {}

    public static <T> Optional<T> first(TypedQuery<T> query) {
        return query.getResultStream().findFirst();
    }
}
