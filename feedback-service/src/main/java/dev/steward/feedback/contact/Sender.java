package dev.steward.feedback.contact;

import dev.steward.feedback.source.SourceSummary;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.store.EventContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who submits feedback or votes, and for which source.
public record Sender(SourceSummary source, ApiCaller caller) {

    public UUID productId() {
        return source.productId();
    }

    public EventContext by() {
        return caller.by();
    }

    /// The value stored as `recordedBy` with what they submit.
    public String recordedBy() {
        return caller.by().actor();
    }

    /// The named person; else the member who sends the request; empty for a source key that names
    /// nobody.
    public Optional<ContactInput> contactInput(@Nullable NamedContact named) {
        if (named != null) {
            return Optional.of(ContactInput.of(named, source));
        }
        return switch (caller) {
            case ApiCaller.Member member -> Optional.of(ContactInput.of(member));
            case ApiCaller.Key _ -> Optional.empty();
        };
    }

    /// Role of the sender towards the voter; without a named voter the sender is the voter.
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

    /// Whether the sender may update a known contact. A source key speaks for the system that knows
    /// the person; a member needs the right CUSTOMERS, because feedback must not be a way around
    /// it.
    boolean mayUpdate(ContactInput contactInput) {
        return switch (caller) {
            case ApiCaller.Key _ -> true;
            case ApiCaller.Member member ->
                    member.may(Right.CUSTOMERS) || contactInput.equals(ContactInput.of(member));
        };
    }
}
