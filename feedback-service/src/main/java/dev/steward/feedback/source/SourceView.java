package dev.steward.feedback.source;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        @Schema(
                        description =
                                "Shown once, in the answer to the creation; a replay of it comes without.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String key) {

    static SourceView of(Source source) {
        return of(source, null);
    }

    static SourceView of(Source source, @Nullable String key) {
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
                key);
    }

    SourceView withoutKey() {
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
                null);
    }
}
