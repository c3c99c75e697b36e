package dev.steward.gateway.problem;

/// A type of problem, as `problems.json` lists and explains it.
///
/// @param slug the `code`, and the last part of `type`
/// @param meaning what happened, for the reader of the page
/// @param remedy what the reader can do about it
public record ProblemType(String slug, int status, String meaning, String remedy) {

    /// The code in words, as the services write it too: `stale-version` is "Stale version".
    public String title() {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    public String type() {
        return "/problems/" + slug;
    }
}
