package dev.steward.feedback.entry;

import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.source.caller.ApiCallers;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Decides who may see an entry: members every entry, a stakeholder those they submitted, a source
/// key those of its source.
@ApplicationScoped
public class FeedbackAccess {

    private record Origin(UUID productId, UUID sourceId, String recordedBy) {}

    private static final String ORIGIN =
            "select product_id, source_id, recorded_by from feedback where id = :id";

    private final Database database;
    private final ApiCallers callers;

    FeedbackAccess(Database database, ApiCallers callers) {
        this.database = database;
        this.callers = callers;
    }

    /// The caller, who may see the entry.
    ///
    /// @throws FeedbackNotFound also when the caller may not see it
    public ApiCaller require(UUID id) {
        var origin =
                database.query(
                                ORIGIN,
                                query -> query.bind("id", id).map(FeedbackAccess::origin).findOne())
                        .orElseThrow(FeedbackNotFound::new);
        var caller = callers.to(origin.productId(), FeedbackNotFound::new);
        if (!mayRead(caller, origin)) {
            throw new FeedbackNotFound();
        }
        return caller;
    }

    /// The rights of a member in the product of an entry that they may see.
    ///
    /// For operations that source keys may not call: a key that got this far sees nothing.
    public Grant grantTo(UUID id) {
        return switch (require(id)) {
            case ApiCaller.Member member -> member.grant();
            case ApiCaller.Key _ -> throw new FeedbackNotFound();
        };
    }

    private static Origin origin(RowView row) {
        return new Origin(
                row.getColumn("product_id", UUID.class),
                row.getColumn("source_id", UUID.class),
                row.getColumn("recorded_by", String.class));
    }

    private static boolean mayRead(ApiCaller caller, Origin origin) {
        return switch (caller) {
            case ApiCaller.Key key -> key.source().id().equals(origin.sourceId());
            case ApiCaller.Member member ->
                    member.mayRead(Right.READ_FEEDBACK)
                            || member.subject().equals(origin.recordedBy());
        };
    }
}
