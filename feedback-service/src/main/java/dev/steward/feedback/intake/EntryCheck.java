package dev.steward.feedback.intake;

import dev.steward.feedback.source.Visitor;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Checks entries one by one.
@ApplicationScoped
class EntryCheck {

    private final Validator validator;

    EntryCheck(Validator validator) {
        this.validator = validator;
    }

    Checked check(NewEntry entry, Visitor visitor) {
        var errors = new ArrayList<>(InvalidFields.of(validator.validate(entry)).errors());
        errors.addAll(namelessVoters(entry, visitor));
        return new Checked(entry, errors);
    }

    /// A source is nobody: its key says whose vote it brings.
    private static List<FieldError> namelessVoters(NewEntry entry, Visitor visitor) {
        return switch (visitor) {
            case Visitor.Member _ -> List.of();
            case Visitor.Key _ ->
                    IntStream.range(0, entry.ballots().size())
                            .filter(index -> entry.ballots().get(index).voter() == null)
                            .mapToObj(EntryCheck::namelessVoter)
                            .toList();
        };
    }

    private static FieldError namelessVoter(int index) {
        return FieldError.at(
                "/votes/" + index + "/voter", "required", "A source key names the voter.");
    }
}
