package dev.steward.feedback.source;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A source to be set up.
record NewSource(
        @Schema(examples = "Help desk") @NotBlank @Size(max = 100) String name,
        @Schema(
                        description =
                                "The word for its external ids: a-z, 0-9 and dashes; made from the name when absent. "
                                        + "`direct` and `member` are taken.",
                        examples = "zendesk")
                @Nullable
                @Pattern(regexp = "(?!direct$|member$)[a-z0-9][a-z0-9-]{0,49}")
                String system,
        @Schema(
                        description =
                                "Default: `feedback:write` and `feedback:read`. `events:read` is not available yet.")
                @Nullable
                @Size(min = 1, max = 4)
                Set<Scope> scopes,
        @Schema(
                        description =
                                "Whether an e-mail address it sends proves who the contact is. Default: false.")
                @Nullable Boolean emailsVerified,
        @Schema(
                        description =
                                "Whether it tells its people itself that what they asked for is there. Not available "
                                        + "yet: true is refused. Default: false.")
                @Nullable Boolean tellsPeople) {

    private static final String NOT_AVAILABLE = "not-available";
    private static final List<Scope> USUAL = List.of(Scope.FEEDBACK_WRITE, Scope.FEEDBACK_READ);

    /// @throws Invalid where it asks for what depends on the events of a source, which nobody can
    ///   read yet: its people would be told by nobody
    void rejectUnavailableOptions() {
        var errors = new ArrayList<FieldError>();
        if (tellsItsPeople()) {
            errors.add(
                    FieldError.at(
                            "/tellsPeople",
                            NOT_AVAILABLE,
                            "A source cannot tell its people yet: it cannot read what became of its entries as events."));
        }
        if (scopesOrDefault().contains(Scope.EVENTS_READ)) {
            errors.add(
                    FieldError.at(
                            "/scopes",
                            NOT_AVAILABLE,
                            "The scope events:read cannot be given yet: there are no events of a source to read."));
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

    /// Made from the name: what is no letter or digit becomes a dash. A name that leaves nothing,
    /// or a reserved word, gets a prefix.
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
