package dev.steward.feedback.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a source's key may do in its product.
@Schema(name = "SourceScope")
public enum Scope {
    /// Post entries and votes.
    @JsonProperty("feedback:write")
    FEEDBACK_WRITE("feedback:write"),
    /// Read its own entries.
    @JsonProperty("feedback:read")
    FEEDBACK_READ("feedback:read"),
    @JsonProperty("customers:write")
    CUSTOMERS_WRITE("customers:write"),
    /// Events of its own entries.
    @JsonProperty("events:read")
    EVENTS_READ("events:read");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }
}
