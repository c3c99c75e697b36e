package dev.steward.feedback.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the keys of a source may do.
@Schema(name = "SourceScope")
public enum Scope {
    /// Submit entries and votes.
    @JsonProperty("feedback:write")
    FEEDBACK_WRITE("feedback:write"),
    /// Read the entries of the source.
    @JsonProperty("feedback:read")
    FEEDBACK_READ("feedback:read"),
    @JsonProperty("customers:write")
    CUSTOMERS_WRITE("customers:write"),
    /// Read the events of the entries of the source.
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
