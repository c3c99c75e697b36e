package dev.steward.feedback.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Reads and checks entries one by one.
@ApplicationScoped
class EntryCheck {

    private static final FieldError NO_ENTRY =
            FieldError.at("", "unreadable", "An entry is an object.");

    private final ObjectMapper json;
    private final Validator validator;

    EntryCheck(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    Checked read(JsonNode written, Visitor visitor) {
        try {
            return written.isObject()
                    ? check(json.treeToValue(written, NewEntry.class), visitor)
                    : new Checked.Wrong(null, List.of(NO_ENTRY));
        } catch (JsonProcessingException e) {
            var id = written.path("externalId");
            return new Checked.Wrong(
                    id.isTextual() ? id.textValue() : null, FieldError.unreadable(e));
        }
    }

    Checked check(NewEntry entry, Visitor visitor) {
        var errors = new ArrayList<>(InvalidFields.of(validator.validate(entry)).errors());
        errors.addAll(namelessVoters(entry, visitor));
        return errors.isEmpty()
                ? new Checked.Right(entry)
                : new Checked.Wrong(entry.externalId(), errors);
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
