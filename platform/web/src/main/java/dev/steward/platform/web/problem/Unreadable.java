package dev.steward.platform.web.problem;

import java.util.List;

/// 400: the request cannot be understood: broken JSON, an unknown field or parameter, a cursor of
/// another query.
public non-sealed class Unreadable extends Refusal {

    private final transient List<FieldError> errors;

    public Unreadable(String code, String detail, List<FieldError> errors) {
        super(400, code, detail);
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
