package dev.steward.feedback.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a source's key may do in its product.
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

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
