package dev.steward.platform.server;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/// No input begins a line of the log: control characters of messages, those of exceptions included,
/// are written as escapes.
@LoggingFilter(name = "one-line")
public final class OneLineLogs implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            var message = extended.getFormattedMessage();
            if (message != null && hasControls(message)) {
                extended.setMessage(escaped(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        if (record.getThrown() != null && isForged(record.getThrown())) {
            record.setThrown(new Escaped(record.getThrown()));
        }
        return true;
    }

    private static boolean isForged(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (hasControls(cause.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(OneLineLogs::isControl);
    }

    /// Unicode's line separators too: some viewers break lines there.
    private static boolean isControl(int unit) {
        return Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029';
    }

    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        text.chars()
                .forEach(unit -> {
                    if (isControl(unit)) {
                        escaped.append("\\u%04x".formatted(unit));
                    } else {
                        escaped.append((char) unit);
                    }
                });
        return escaped.toString();
    }

    /// Looks in a stack trace like the one that it stands for.
    private static final class Escaped extends Throwable {

        private final String text;

        Escaped(Throwable original) {
            super(null, escapedCause(original), false, true);
            text = escaped(original.toString());
            setStackTrace(original.getStackTrace());
        }

        private static @Nullable Escaped escapedCause(Throwable original) {
            return original.getCause() == null ? null : new Escaped(original.getCause());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
