package dev.steward.feedback.intake;

import dev.steward.feedback.contact.Mention;
import dev.steward.feedback.contact.NamedContact;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.customer.NamedCompany;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// The code of an error that a right would mend.
    static final String MISSING_RIGHT = "missing-right";

    private Ownership() {}

    static boolean isOf(Sender sender, Feedback feedback) {
        return switch (sender.visitor()) {
            case Visitor.Key _ -> true;
            case Visitor.Member member ->
                    feedback.recordedBy().equals(member.subject())
                            || member.may(Right.TRIAGE_FEEDBACK);
        };
    }

    /// Names the companies that the sender may not name.
    static Checked checkCompanies(NewEntry entry, Sender sender, Set<ExternalId> forbidden) {
        var errors = new ArrayList<FieldError>();
        if (names(sender, entry.contact(), forbidden)) {
            errors.add(missingRight("/contact"));
        }
        for (int i = 0; i < entry.ballots().size(); i++) {
            if (names(sender, entry.ballots().get(i).voter(), forbidden)) {
                errors.add(missingRight("/votes/" + i + "/voter"));
            }
        }
        return errors.isEmpty()
                ? new Checked.Right(entry)
                : new Checked.Wrong(entry.externalId(), errors);
    }

    private static boolean names(
            Sender sender, @Nullable NamedContact person, Set<ExternalId> forbidden) {
        return person != null
                && sender.mention(person)
                        .map(Mention::company)
                        .map(NamedCompany::id)
                        .filter(forbidden::contains)
                        .isPresent();
    }

    private static FieldError missingRight(String person) {
        return FieldError.at(
                person + "/customerExternalId",
                MISSING_RIGHT,
                "Nobody has told of this company: that needs the right CUSTOMERS.");
    }

    static Checked refuse(NewEntry entry) {
        return new Checked.Wrong(entry.externalId(), TAKEN);
    }
}
