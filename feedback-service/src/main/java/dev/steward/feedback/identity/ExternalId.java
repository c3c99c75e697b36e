package dev.steward.feedback.identity;

import org.jdbi.v3.core.result.RowView;

/// Id of a company or person in another system.
///
/// @param system such as `zendesk`; an id without a system in a request belongs to the system of
///   the source
public record ExternalId(String system, String id) implements Comparable<ExternalId> {

    /// System of the members' token subjects. No source may claim it, so that nobody else can use
    /// such an id.
    public static final String MEMBERS = "member";

    /// Of the columns `system` and `external_id`.
    public static ExternalId of(RowView row) {
        return new ExternalId(
                row.getColumn("system", String.class), row.getColumn("external_id", String.class));
    }

    @Override
    public int compareTo(ExternalId other) {
        var bySystem = system.compareTo(other.system);
        return bySystem != 0 ? bySystem : id.compareTo(other.id);
    }
}
