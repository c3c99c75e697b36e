package dev.steward.platform.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A fact that stands in the way of a request. The subclass names the fact (`ItemIsDropped`), the
/// family decides the status, [RefusalMapper] writes the problem.
public abstract sealed class Refusal extends RuntimeException
        permits NotFound,
                Conflict,
                Invalid,
                Forbidden,
                Unreadable,
                StaleVersion,
                PreconditionRequired,
                TooLarge,
                TooManyConcurrentRequests,
                Overloaded,
                Unavailable {

    private final int status;
    private final String code;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    /// @param status the HTTP status of the family
    /// @param code kebab-case, one of the documented list; also the slug of the problem's page
    /// @param detail one sentence for a person
    Refusal(int status, String code, String detail) {
        // A refusal is an answer, not a fault: no stack trace is taken.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// Adds a member to the problem's body, for clients that act on it.
    protected final void fact(String name, Object value) {
        facts.put(name, value);
    }

    /// Whether it is over in a moment by itself: the answer then says when to ask again.
    protected boolean passes() {
        return false;
    }

    /// The errors of single fields or parameters; empty where the refusal concerns the whole
    /// request.
    public List<FieldError> errors() {
        return List.of();
    }

    public final int status() {
        return status;
    }

    public final String code() {
        return code;
    }

    final Map<String, Object> facts() {
        return facts;
    }

    final String detail() {
        var message = getMessage();
        return message == null ? code : message;
    }
}
