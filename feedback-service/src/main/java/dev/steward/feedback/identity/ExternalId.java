package dev.steward.feedback.identity;

/// How another system names a company or a person.
///
/// @param system `zendesk`; a bare id in a request means the source's own system
public record ExternalId(String system, String id) implements Comparable<ExternalId> {

    /// The subject of a member's token, in a system that no source may claim: nobody else can speak
    /// in it.
    public static final String MEMBERS = "member";

    @Override
    public int compareTo(ExternalId other) {
        var bySystem = system.compareTo(other.system);
        return bySystem != 0 ? bySystem : id.compareTo(other.id);
    }
}
