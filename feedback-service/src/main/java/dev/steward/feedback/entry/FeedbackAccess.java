package dev.steward.feedback.entry;

import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.source.caller.ApiCallers;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Decides who may see an entry: members every entry, a stakeholder those they submitted, a source
/// key those of its source.
@ApplicationScoped
public class FeedbackAccess {

    /// An entry and the caller who may see it.
    public record VisibleFeedback(Feedback feedback, ApiCaller caller) {}

    private final FeedbackEntries entries;
    private final ApiCallers callers;

    FeedbackAccess(FeedbackEntries entries, ApiCallers callers) {
        this.entries = entries;
        this.callers = callers;
    }

    /// @throws FeedbackNotFound also when the caller may not see it
    public VisibleFeedback require(UUID id) {
        var feedback = entries.find(id).orElseThrow(FeedbackNotFound::new);
        var caller = callers.to(feedback.productId(), FeedbackNotFound::new);
        if (!mayRead(caller, feedback)) {
            throw new FeedbackNotFound();
        }
        return new VisibleFeedback(feedback, caller);
    }

    /// The rights of a member in the product of an entry that they may see.
    ///
    /// For operations that source keys may not call: a key that got this far sees nothing.
    public Grant grantTo(UUID id) {
        return switch (require(id).caller()) {
            case ApiCaller.Member member -> member.grant();
            case ApiCaller.Key _ -> throw new FeedbackNotFound();
        };
    }

    private static boolean mayRead(ApiCaller caller, Feedback feedback) {
        return switch (caller) {
            case ApiCaller.Key key -> key.source().id().equals(feedback.sourceId());
            case ApiCaller.Member member ->
                    member.mayRead(Right.READ_FEEDBACK)
                            || member.subject().equals(feedback.recordedBy());
        };
    }
}
