package dev.steward.gateway.problem;

/// One kind of problem, as `problems.json` lists and explains it.
///
/// @param slug the last part of `type`, and the `code`
/// @param meaning what happened, for the person who reads the page
/// @param remedy what to do about it
public record ProblemKind(String slug, int status, String title, String meaning, String remedy) {

    public String type() {
        return "/problems/" + slug;
    }
}
