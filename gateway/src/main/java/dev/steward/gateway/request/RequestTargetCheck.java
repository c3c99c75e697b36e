package dev.steward.gateway.request;

import java.util.Optional;

/// Refuses request targets that two servers might interpret differently. Checks the raw text,
/// because decoding or normalizing would hide the difference.
class RequestTargetCheck {

    private static final String ALLOWED_MARKS = "-._~!$&'()*+,=:@/";

    private RequestTargetCheck() {}

    /// @param target the text in the request line
    /// @return what is wrong with the target; empty when nothing is
    static Optional<String> findProblem(String target) {
        if (!target.startsWith("/")) {
            return Optional.of("The request target must be a path.");
        }
        var query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        if (path.contains("//")) {
            return Optional.of("The path contains an empty segment.");
        }
        if (hasDotSegment(path)) {
            return Optional.of("The path contains a dot segment.");
        }
        return findCharacterProblem(path).or(() -> findQueryProblem(target, path.length()));
    }

    private static boolean hasDotSegment(String path) {
        for (var segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> findCharacterProblem(String path) {
        for (var at = 0; at < path.length(); at++) {
            var character = path.charAt(at);
            if (character == '%') {
                if (!isHarmlessEscape(path, at)) {
                    return Optional.of(
                            "The path contains a percent-encoding that is not accepted.");
                }
            } else if (!allowed(character)) {
                return Optional.of("The path contains a character that is not accepted.");
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || ALLOWED_MARKS.indexOf(character) >= 0;
    }

    /// `%2f %5c %3b %2e` would become separators when decoded, control characters end up in logs
    /// and in C libraries.
    private static boolean isHarmlessEscape(String path, int at) {
        if (at + 2 >= path.length()) {
            return false;
        }
        var high = Character.digit(path.charAt(at + 1), 16);
        var low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        var value = high * 16 + low;
        return value > 0x1f
                && value != 0x7f
                && value != '/'
                && value != '\\'
                && value != ';'
                && value != '.';
    }

    private static Optional<String> findQueryProblem(String target, int from) {
        for (var at = from; at < target.length(); at++) {
            var character = target.charAt(at);
            if (character <= ' ' || character >= 0x7f || character == '#') {
                return Optional.of("The query contains a character that must be percent-encoded.");
            }
        }
        return Optional.empty();
    }
}
