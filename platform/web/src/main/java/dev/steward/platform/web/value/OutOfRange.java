package dev.steward.platform.web.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.util.Map;

/// A value of the right form that is too small or too large.
public final class OutOfRange extends InvalidFormatException {

    private final transient Map<String, Object> bounds;

    OutOfRange(JsonParser parser, String message, Class<?> type, Map<String, Object> bounds) {
        super(parser, message, null, type);
        this.bounds = bounds;
    }

    public Map<String, Object> bounds() {
        return bounds;
    }
}
