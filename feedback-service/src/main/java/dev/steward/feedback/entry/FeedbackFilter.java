package dev.steward.feedback.entry;

import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.request.EnumParameter;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of the list of feedback.
public class FeedbackFilter {

    @QueryParam("status")
    @Parameter(description = "Only entries that stand there; several with commas: `NEW,TRIAGED`.")
    @Size(max = 200)
    @Nullable String status;

    @QueryParam("kind")
    @Parameter(description = "Only entries of this kind; several with commas: `IDEA,PROBLEM`.")
    @Size(max = 200)
    @Nullable String kind;

    @QueryParam("externalId")
    @Parameter(description = "Only entries with this id in their source.")
    @Size(max = 200)
    @Nullable String externalId;

    FeedbackViews.FeedbackQuery queryFor(ApiCaller caller, @Nullable UUID before) {
        var all = caller.mayRead(Right.READ_FEEDBACK);
        return switch (caller) {
            case ApiCaller.Key key -> query(key.productId(), null, key.source().id(), before);
            case ApiCaller.Member member ->
                    query(member.productId(), all ? null : member.subject(), null, before);
        };
    }

    private FeedbackViews.FeedbackQuery query(
            UUID productId,
            @Nullable String recordedBy,
            @Nullable UUID sourceId,
            @Nullable UUID before) {
        return new FeedbackViews.FeedbackQuery(
                productId,
                recordedBy,
                sourceId,
                names(EnumParameter.of("status", FeedbackStatus.class, status)),
                names(EnumParameter.of("kind", FeedbackKind.class, kind)),
                externalId,
                before);
    }

    private static <E extends Enum<E>> List<String> names(Set<E> chosen) {
        return chosen.stream().map(Enum::name).toList();
    }

    /// Part of the cursor: a cursor is valid for the same filter only.
    @Override
    public String toString() {
        return " " + status + " " + kind + " " + externalId;
    }
}
