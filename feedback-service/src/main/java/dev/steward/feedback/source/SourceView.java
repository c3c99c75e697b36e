package dev.steward.feedback.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A source as its product's members see it.
@Schema(name = "Source")
record SourceView(
        UUID id,
        long version,
        String name,
        String system,
        List<Scope> scopes,
        boolean emailsVerified,
        boolean tellsPeople,
        boolean builtIn,
        Instant createdAt,
        @Schema(description = "Its live keys, oldest first, without their secrets.")
                List<SourceKeyView> keys,
        @Schema(
                        description =
                                "The whole key, shown once, in the answer to the creation; a replay of it comes without.")
                @Nullable String key) {

    static SourceView of(Source source, List<SourceKeys.LiveKey> keys) {
        return of(source, keys, null);
    }

    static SourceView of(Source source, List<SourceKeys.LiveKey> keys, @Nullable SourceKey secret) {
        return new SourceView(
                source.id(),
                source.version(),
                source.name(),
                source.system(),
                source.scopes(),
                source.emailsVerified(),
                source.tellsPeople(),
                source.builtIn(),
                source.createdAt(),
                keys.stream().map(SourceKeyView::of).toList(),
                secret == null ? null : secret.text());
    }

    SourceView withoutSecret() {
        return new SourceView(
                id,
                version,
                name,
                system,
                scopes,
                emailsVerified,
                tellsPeople,
                builtIn,
                createdAt,
                keys,
                null);
    }
}
