package dev.steward.platform.web.problem;

/// Names of problems: the code is the slug of the page that explains it.
final class Problems {

    /// The problem library registers its mappers with 999; ours go before them.
    static final int OURS_FIRST = 500;

    private Problems() {}

    /// `stale-version` reads "Stale version".
    static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    static String codeOf(int status) {
        return switch (status) {
            case 400 -> "unreadable-request";
            case 401 -> "unauthenticated";
            case 403 -> "missing-right";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 412 -> "stale-version";
            case 413 -> "payload-too-large";
            case 415 -> "unsupported-media-type";
            case 422 -> "invalid-request";
            case 428 -> "precondition-required";
            case 429 -> "too-many-requests";
            case 503 -> "service-unavailable";
            default -> status >= 500 ? "internal-error" : "refused";
        };
    }
}
