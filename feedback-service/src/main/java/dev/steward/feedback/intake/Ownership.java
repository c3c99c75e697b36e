package dev.steward.feedback.intake;

import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.FieldError;
import java.util.List;

/// An entry is edited by its source. All people share the source `direct`, so there only whoever
/// brought an entry in, or may triage, sends it again: else an external id would be a way round
/// their rights.
final class Ownership {

    private static final List<FieldError> TAKEN =
            List.of(
                    FieldError.at(
                            "/externalId",
                            "external-id-taken",
                            "Somebody else has an entry of that id."));

    private Ownership() {}

    static boolean isOf(Sender sender, Feedback feedback) {
        return switch (sender.visitor()) {
            case Visitor.Key _ -> true;
            case Visitor.Member member ->
                    feedback.recordedBy().equals(member.subject())
                            || member.may(Right.TRIAGE_FEEDBACK);
        };
    }

    static Checked refuse(NewEntry entry) {
        return new Checked.Wrong(entry.externalId(), TAKEN);
    }
}
