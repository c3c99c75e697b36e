package dev.steward.feedback.entry;

import dev.steward.feedback.source.ApiCaller;
import dev.steward.feedback.source.ApiCallers;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Who may see an entry: members all of it, a stakeholder what they brought in, a key what its
/// source did.
@ApplicationScoped
public class FeedbackAccess {

    /// An entry and who asks for it.
    public record VisibleFeedback(Feedback feedback, ApiCaller caller) {}

    private final FeedbackEntries entries;
    private final ApiCallers callers;

    FeedbackAccess(FeedbackEntries entries, ApiCallers callers) {
        this.entries = entries;
        this.callers = callers;
    }

    /// @throws FeedbackNotFound also where the caller may not see it
    public VisibleFeedback require(UUID id) {
        var feedback = entries.find(id).orElseThrow(FeedbackNotFound::new);
        var caller = callers.to(feedback.productId(), FeedbackNotFound::new);
        if (!mayRead(caller, feedback)) {
            throw new FeedbackNotFound();
        }
        return new VisibleFeedback(feedback, caller);
    }

    /// What the caller is in the product of an entry that they may see.
    ///
    /// For doors that are closed to keys: whoever comes round one with a key sees nothing.
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
