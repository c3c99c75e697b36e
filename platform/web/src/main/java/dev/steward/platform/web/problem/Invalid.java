package dev.steward.platform.web.problem;

import java.util.List;

/// Readable, but wrong: 422 with one entry per field at fault.
public non-sealed class Invalid extends Refusal {

    private final transient List<FieldError> errors;

    public Invalid(String code, String detail, List<FieldError> errors) {
        super(422, code, detail);
        this.errors = List.copyOf(errors);
    }

    public Invalid(FieldError error) {
        this("invalid-request", error.message(), List.of(error));
    }

    public Invalid(List<FieldError> errors) {
        this("invalid-request", "The request has fields that are wrong.", errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
