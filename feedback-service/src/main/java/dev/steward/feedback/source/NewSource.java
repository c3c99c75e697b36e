package dev.steward.feedback.source;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A source to be created.
record NewSource(
        @Schema(description = "Name of the source, as shown to people.", examples = "Help desk")
                @NotBlank
                @Size(max = 100)
                String name,
        @Schema(
                        description =
                                "Name of the system whose ids the source sends as `externalId`: a-z, 0-9 and dashes. Two sources of the same system share people and companies. Default: made from `name`. `direct` and `member` are reserved.",
                        examples = "zendesk")
                @Nullable
                @Pattern(regexp = "(?!direct$|member$)[a-z0-9][a-z0-9-]{0,49}")
                String system,
        @Schema(
                        description =
                                "What the keys of the source may do. Default: `feedback:write` and `feedback:read`. `events:read` is not available yet.")
                @Nullable
                @Size(min = 1, max = 4)
                Set<Scope> scopes,
        @Schema(
                        description =
                                "Whether an e-mail address that the source sends proves who the person is: then people are also found by their address. Default: false.")
                @Nullable Boolean emailsVerified,
        @Schema(
                        description =
                                "Whether the source itself tells its people that what they asked for was released. Not available yet: true is refused. Default: false.")
                @Nullable Boolean tellsPeople) {

    private static final String NOT_AVAILABLE = "not-available";
    private static final List<Scope> USUAL = List.of(Scope.FEEDBACK_WRITE, Scope.FEEDBACK_READ);

    /// @throws Invalid when it needs the events of a source, which cannot be read yet: its people
    ///   would never be told
    void rejectUnavailableOptions() {
        var errors = new ArrayList<FieldError>();
        if (tellsItsPeople()) {
            errors.add(
                    FieldError.at(
                            "/tellsPeople",
                            NOT_AVAILABLE,
                            "`tellsPeople` must be false or absent: sources cannot read events of their entries yet."));
        }
        if (scopesOrDefault().contains(Scope.EVENTS_READ)) {
            errors.add(
                    FieldError.at(
                            "/scopes",
                            NOT_AVAILABLE,
                            "The scope `events:read` is not available yet. Allowed: `feedback:write`, `feedback:read`, `customers:write`."));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    List<Scope> scopesOrDefault() {
        return scopes == null ? USUAL : scopes.stream().sorted().toList();
    }

    boolean verifiesEmails() {
        return Boolean.TRUE.equals(emailsVerified);
    }

    boolean tellsItsPeople() {
        return Boolean.TRUE.equals(tellsPeople);
    }

    /// Made from the name: other characters than letters and digits become dashes. An empty or
    /// reserved word gets a prefix.
    String systemOrFromName() {
        if (system != null) {
            return system;
        }
        var word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var reserved = word.isEmpty() || word.equals("direct") || word.equals("member");
        return reserved ? "source-" + word : word.substring(0, Math.min(50, word.length()));
    }
}
