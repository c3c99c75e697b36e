package dev.steward.feedback.contact;

import dev.steward.feedback.source.Source;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.Provenance;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who brings feedback or votes in, and on behalf of which source.
public record Sender(Source source, Visitor visitor) {

    public UUID productId() {
        return source.productId();
    }

    public Provenance by() {
        return visitor.by();
    }

    /// As it is kept with what they bring in.
    public String recordedBy() {
        return visitor.by().actor();
    }

    /// Somebody named, else the member themselves; a key is nobody.
    public Optional<Mention> mention(@Nullable NamedContact named) {
        if (named != null) {
            return Optional.of(Mention.of(named, source));
        }
        return switch (visitor) {
            case Visitor.Member member -> Optional.of(Mention.of(member));
            case Visitor.Key _ -> Optional.empty();
        };
    }

    /// What they are to the voter that they name; to nobody in particular they are the voter.
    public SpeaksAs speaksFor(@Nullable NamedContact voter) {
        return switch (visitor) {
            case Visitor.Key _ -> SpeaksAs.VOTER;
            case Visitor.Member _ when voter == null -> SpeaksAs.VOTER;
            case Visitor.Member member ->
                    member.may(Right.TRIAGE_FEEDBACK) ? SpeaksAs.TRIAGER : SpeaksAs.RECORDER;
        };
    }

    /// Whether what they say of a known person is taken over. A key speaks for the system that
    /// knows them; a member needs the right, else feedback would be a way round it.
    boolean mayEdit(Mention mention) {
        return switch (visitor) {
            case Visitor.Key _ -> true;
            case Visitor.Member member ->
                    member.may(Right.CUSTOMERS) || mention.equals(Mention.of(member));
        };
    }
}
