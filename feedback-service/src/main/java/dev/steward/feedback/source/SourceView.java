package dev.steward.feedback.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A source in an answer.
@Schema(name = "Source")
record SourceView(
        @Schema(description = "Id of the source.") UUID id,
        @Schema(description = "Increases by 1 with every change.") long version,
        @Schema(description = "Name of the source, as shown to people.") String name,
        @Schema(description = "Name of the system whose ids the source sends as `externalId`.")
                String system,
        @Schema(description = "What the keys of the source may do; empty for the built-in source.")
                List<Scope> scopes,
        @Schema(
                        description =
                                "Whether an e-mail address that the source sends proves who the person is.")
                boolean emailsVerified,
        @Schema(
                        description =
                                "Whether the source itself tells its people that what they asked for was released.")
                boolean tellsPeople,
        @Schema(
                        description =
                                "True for the one source `direct` that holds the feedback posted by members. It has no keys.")
                boolean builtIn,
        @Schema(description = "When the source was created.") Instant createdAt,
        @Schema(
                        description =
                                "Keys that are valid now, at most two, oldest first, without their secrets.")
                List<SourceKeyView> keys,
        @Schema(
                        description =
                                "The whole first key, secret included. Only in the answer that created the source; null in a replay of it and everywhere else.")
                @Nullable String key) {

    static SourceView of(Source source, List<SourceKey> keys) {
        return of(source, keys, null);
    }

    static SourceView of(Source source, List<SourceKey> keys, @Nullable SourceKeyToken token) {
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
                token == null ? null : token.text());
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
