package dev.steward.feedback.contact;

import dev.steward.feedback.source.ApiCaller;
import dev.steward.feedback.source.Source;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.Provenance;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who brings feedback or votes in, and on behalf of which source.
public record Sender(Source source, ApiCaller caller) {

    public UUID productId() {
        return source.productId();
    }

    public Provenance by() {
        return caller.by();
    }

    /// As it is kept with what they bring in.
    public String recordedBy() {
        return caller.by().actor();
    }

    /// Somebody named, else the member themselves; a key is nobody.
    public Optional<ContactInput> contactInput(@Nullable NamedContact named) {
        if (named != null) {
            return Optional.of(ContactInput.of(named, source));
        }
        return switch (caller) {
            case ApiCaller.Member member -> Optional.of(ContactInput.of(member));
            case ApiCaller.Key _ -> Optional.empty();
        };
    }

    /// What they are to the voter that they name; to nobody in particular they are the voter.
    public VoteSubmitterRole roleFor(@Nullable NamedContact voter) {
        return switch (caller) {
            case ApiCaller.Key _ -> VoteSubmitterRole.VOTER;
            case ApiCaller.Member _ when voter == null -> VoteSubmitterRole.VOTER;
            case ApiCaller.Member member ->
                    member.may(Right.TRIAGE_FEEDBACK)
                            ? VoteSubmitterRole.TRIAGER
                            : VoteSubmitterRole.RECORDER;
        };
    }

    /// Whether what they say of a known person is taken over. A key speaks for the system that
    /// knows them; a member needs the right, else feedback would be a way round it.
    boolean mayUpdate(ContactInput contactInput) {
        return switch (caller) {
            case ApiCaller.Key _ -> true;
            case ApiCaller.Member member ->
                    member.may(Right.CUSTOMERS) || contactInput.equals(ContactInput.of(member));
        };
    }
}
