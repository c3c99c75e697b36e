package dev.steward.feedback.source;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;

/// A source, as far as what it submits depends on it.
///
/// @param system name of the system of its external ids: two sources of one system share people and
///   companies
/// @param emailsVerified whether an e-mail address that it sends proves who the person is
public record SourceSummary(
        UUID id, UUID productId, String system, List<Scope> scopes, boolean emailsVerified) {

    /// Of `source s`.
    static final String COLUMNS = "s.id, s.product_id, s.system, s.scopes, s.emails_verified";

    private static final GenericType<List<Scope>> SCOPES = new GenericType<>() {};

    static SourceSummary of(RowView row) {
        return new SourceSummary(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("system", String.class),
                row.getColumn("scopes", SCOPES),
                row.getColumn("emails_verified", Boolean.class));
    }

    /// The actor in events, and `recordedBy` of what its keys submit.
    public String actor() {
        return "source:" + id;
    }
}
