package dev.steward.platform.web.request;

import dev.steward.platform.web.value.DateTimes;
import dev.steward.platform.web.value.Ids;
import dev.steward.platform.web.value.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the text of a parameter must look like for its type.
enum ParameterSyntax {
    NUMBER(Pattern.compile("-?\\d{1,9}").asMatchPredicate()),
    YES_OR_NO(Pattern.compile("true|false").asMatchPredicate()),
    ID(Ids.FORM.asMatchPredicate()),
    DATE(text -> DateTimes.date(text).filter(DateTimes::isInRange).isPresent()),
    INSTANT(text -> DateTimes.instant(text).filter(DateTimes::isInRange).isPresent()),
    TEXT(_ -> true);

    private final Predicate<String> form;

    ParameterSyntax(Predicate<String> form) {
        this.form = form;
    }

    static ParameterSyntax of(Class<?> type) {
        if (isOneOf(type, int.class, Integer.class, long.class, Long.class)) {
            return NUMBER;
        }
        if (isOneOf(type, boolean.class, Boolean.class)) {
            return YES_OR_NO;
        }
        if (type == UUID.class) {
            return ID;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        return type == Instant.class ? INSTANT : TEXT;
    }

    private static boolean isOneOf(Class<?> type, Class<?>... known) {
        return Arrays.asList(known).contains(type);
    }

    boolean takes(String text) {
        return PlainText.fault(text).isEmpty() && form.test(text);
    }
}
