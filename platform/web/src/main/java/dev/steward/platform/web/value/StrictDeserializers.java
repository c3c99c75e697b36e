package dev.steward.platform.web.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Reads JSON values strictly by their type: a string is not taken for a number, an array not for a
/// date, an empty string not for null.
public final class StrictDeserializers extends SimpleModule {

    public StrictDeserializers() {
        super("strict-values");
        addDeserializer(String.class, new Text());
        addKeyDeserializer(String.class, new TextKey());
        addDeserializer(UUID.class, new Id());
        addDeserializer(LocalDate.class, new Date());
        addDeserializer(Instant.class, new Moment());
        addDeserializer(BigDecimal.class, new Amount());
    }

    private static InvalidFormatException malformed(JsonParser parser, String why, Class<?> type) {
        return new InvalidFormatException(parser, why, null, type);
    }

    /// Of what is written as a text in JSON.
    private abstract static class Written<T> extends StdScalarDeserializer<T> {

        Written(Class<T> type) {
            super(type);
        }

        @Override
        @SuppressWarnings("unchecked")
        public final T deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? read(parser.getText(), parser)
                    : (T) context.handleUnexpectedToken(_valueClass, parser);
        }

        abstract T read(String text, JsonParser parser) throws IOException;
    }

    private static final class Text extends Written<String> {

        Text() {
            super(String.class);
        }

        @Override
        String read(String text, JsonParser parser) throws IOException {
            var fault = PlainText.fault(text);
            if (fault.isPresent()) {
                throw malformed(parser, fault.get(), String.class);
            }
            return PlainText.clean(text);
        }
    }

    private static final class TextKey extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            var fault = PlainText.fault(key);
            if (fault.isPresent()) {
                throw malformed(context.getParser(), fault.get(), String.class);
            }
            return PlainText.clean(key);
        }
    }

    private static final class Id extends Written<UUID> {

        Id() {
            super(UUID.class);
        }

        @Override
        UUID read(String text, JsonParser parser) throws IOException {
            return Ids.of(text)
                    .orElseThrow(() -> malformed(parser, "This is not a UUID.", UUID.class));
        }
    }

    private static final class Date extends Written<LocalDate> {

        Date() {
            super(LocalDate.class);
        }

        @Override
        LocalDate read(String text, JsonParser parser) throws IOException {
            var date =
                    DateTimes.date(text)
                            .orElseThrow(() ->
                                    malformed(
                                            parser,
                                            "This is not a date, for example 2026-01-31.",
                                            LocalDate.class));
            if (!DateTimes.isInRange(date)) {
                throw new OutOfRange(
                        parser,
                        "Dates are of the years 1970 to 2200.",
                        LocalDate.class,
                        Map.of("min", "1970-01-01", "max", "2200-12-31"));
            }
            return date;
        }
    }

    private static final class Moment extends Written<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        Instant read(String text, JsonParser parser) throws IOException {
            var instant =
                    DateTimes.instant(text)
                            .orElseThrow(() ->
                                    malformed(
                                            parser,
                                            "This is not an instant, for example 2026-01-31T09:30:00Z.",
                                            Instant.class));
            if (!DateTimes.isInRange(instant)) {
                throw new OutOfRange(
                        parser,
                        "Instants are of the years 1970 to 2200.",
                        Instant.class,
                        Map.of("min", "1970-01-01T00:00:00Z", "max", "2200-12-31T23:59:59Z"));
            }
            return instant;
        }
    }

    private static final class Amount extends StdScalarDeserializer<BigDecimal> {

        Amount() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            var number = parser.getDecimalValue();
            if (!NumberLimits.isReasonable(number)) {
                throw new OutOfRange(
                        parser,
                        "A number has at most 30 digits before its point and 30 behind it.",
                        BigDecimal.class,
                        Map.of("digits", 30));
            }
            return number;
        }
    }
}
