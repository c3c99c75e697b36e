package dev.steward.feedback.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Parses and validates entries one by one.
@ApplicationScoped
class EntryValidator {

    private static final FieldError NO_ENTRY =
            FieldError.at("", "unreadable", "An entry must be a JSON object.");

    private final ObjectMapper mapper;
    private final Validator validator;

    EntryValidator(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    CheckedEntry parse(JsonNode json, ApiCaller caller) {
        try {
            return json.isObject()
                    ? validate(mapper.treeToValue(json, NewFeedback.class), caller)
                    : new CheckedEntry.Invalid(null, List.of(NO_ENTRY));
        } catch (JsonProcessingException e) {
            var id = json.path("externalId");
            return new CheckedEntry.Invalid(
                    id.isTextual() ? id.textValue() : null, FieldError.unreadable(e));
        }
    }

    CheckedEntry validate(NewFeedback entry, ApiCaller caller) {
        var errors = new ArrayList<>(InvalidFields.of(validator.validate(entry)).errors());
        errors.addAll(namelessVoters(entry, caller));
        return errors.isEmpty()
                ? new CheckedEntry.Valid(entry)
                : new CheckedEntry.Invalid(entry.externalId(), errors);
    }

    /// A source key must name the voter of each vote.
    private static List<FieldError> namelessVoters(NewFeedback entry, ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member _ -> List.of();
            case ApiCaller.Key _ ->
                    IntStream.range(0, entry.votesOrEmpty().size())
                            .filter(index -> entry.votesOrEmpty().get(index).voter() == null)
                            .mapToObj(EntryValidator::namelessVoter)
                            .toList();
        };
    }

    private static FieldError namelessVoter(int index) {
        return FieldError.at(
                "/votes/" + index + "/voter", "required", "A source key must name the voter.");
    }
}
