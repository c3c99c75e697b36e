package dev.steward.feedback.intake;

import dev.steward.feedback.contact.ContactInput;
import dev.steward.feedback.contact.NamedContact;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.customer.CustomerInput;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry is updated by its source. All members share the source `direct`; there only the
/// submitter, or a member with the right TRIAGE_FEEDBACK, may send an entry again. Otherwise an
/// external id would be a way around their rights.
final class EntryOwnership {

    private static final List<FieldError> TAKEN =
            List.of(
                    FieldError.at(
                            "/externalId",
                            "external-id-taken",
                            "Another member has submitted an entry with this `externalId`."));

    /// Code of an error that would not occur with another right.
    static final String MISSING_RIGHT = "missing-right";

    private EntryOwnership() {}

    static boolean mayUpdate(Sender sender, Feedback feedback) {
        return switch (sender.caller()) {
            case ApiCaller.Key _ -> true;
            case ApiCaller.Member member ->
                    feedback.recordedBy().equals(member.subject())
                            || member.may(Right.TRIAGE_FEEDBACK);
        };
    }

    /// Refuses an entry that names customers which the sender may not name.
    static CheckedEntry checkCompanies(
            NewFeedback entry, Sender sender, Set<ExternalId> forbidden) {
        var errors = new ArrayList<FieldError>();
        if (names(sender, entry.contact(), forbidden)) {
            errors.add(missingRight("/contact"));
        }
        for (int i = 0; i < entry.votesOrEmpty().size(); i++) {
            if (names(sender, entry.votesOrEmpty().get(i).voter(), forbidden)) {
                errors.add(missingRight("/votes/" + i + "/voter"));
            }
        }
        return errors.isEmpty()
                ? new CheckedEntry.Valid(entry)
                : new CheckedEntry.Invalid(entry.externalId(), errors);
    }

    private static boolean names(
            Sender sender, @Nullable NamedContact person, Set<ExternalId> forbidden) {
        return person != null
                && sender.contactInput(person)
                        .map(ContactInput::company)
                        .map(CustomerInput::id)
                        .filter(forbidden::contains)
                        .isPresent();
    }

    private static FieldError missingRight(String person) {
        return FieldError.at(
                person + "/customerExternalId",
                MISSING_RIGHT,
                "Naming this company needs the right CUSTOMERS.");
    }

    static CheckedEntry refuse(NewFeedback entry) {
        return new CheckedEntry.Invalid(entry.externalId(), TAKEN);
    }
}
