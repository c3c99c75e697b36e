package dev.steward.feedback.entry;

import dev.steward.feedback.source.Visitor;
import dev.steward.feedback.source.Visitors;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Who may see an entry: members all of it, a stakeholder what they brought in, a key what its
/// source did.
@ApplicationScoped
public class Readership {

    /// An entry and who asks for it.
    public record Seen(Feedback feedback, Visitor visitor) {}

    private final FeedbackEntries entries;
    private final Visitors visitors;

    Readership(FeedbackEntries entries, Visitors visitors) {
        this.entries = entries;
        this.visitors = visitors;
    }

    /// @throws FeedbackNotFound also where the caller may not see it
    public Seen see(UUID id) {
        var feedback = entries.find(id).orElseThrow(FeedbackNotFound::new);
        var visitor = visitors.to(feedback.productId(), FeedbackNotFound::new);
        if (!mayRead(visitor, feedback)) {
            throw new FeedbackNotFound();
        }
        return new Seen(feedback, visitor);
    }

    /// What the caller is in the product of an entry that they may see.
    ///
    /// For doors that are closed to keys: whoever comes round one with a key sees nothing.
    public Grant grantTo(UUID id) {
        return switch (see(id).visitor()) {
            case Visitor.Member member -> member.grant();
            case Visitor.Key _ -> throw new FeedbackNotFound();
        };
    }

    private static boolean mayRead(Visitor visitor, Feedback feedback) {
        return switch (visitor) {
            case Visitor.Key key -> key.source().id().equals(feedback.sourceId());
            case Visitor.Member member ->
                    member.mayRead(Right.READ_FEEDBACK)
                            || member.subject().equals(feedback.recordedBy());
        };
    }
}
