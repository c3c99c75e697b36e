package dev.steward.platform.web.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates and instants as text. Years are 1970 to 2200: PostgreSQL and Java each know others, but
/// not the same ones.
public final class DateTimes {

    public static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
    public static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?([Zz]|[+-]\\d{2}(:?\\d{2})?)");
    private static final DateTimeFormatter WITH_OFFSET =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendOffset("+HH:mm", "Z")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private DateTimes() {}

    /// `2026-01-31`, whatever the year; empty for any other form and for a day that does not exist.
    public static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// RFC 3339 or ISO 8601 with any offset (`Z`, `+01:00`, `+0100`, `+01`).
    public static Optional<Instant> instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(uniform(text), WITH_OFFSET).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String uniform(String text) {
        return text.replace(' ', 'T')
                .replace(',', '.')
                .replaceFirst("([+-]\\d{2})$", "$1:00")
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    }

    public static boolean isInRange(LocalDate date) {
        return !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
    }

    public static boolean isInRange(Instant instant) {
        return isInRange(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
