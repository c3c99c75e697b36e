package dev.steward.feedback.intake;

import dev.steward.feedback.entry.ClosedInfo;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackResult;
import dev.steward.feedback.source.ApiCaller;
import dev.steward.feedback.source.Scope;
import dev.steward.platform.web.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of one entry.
@Schema(name = "FeedbackReceipt")
record Receipt(
        @Nullable String externalId,
        FeedbackResult result,
        @Nullable UUID id,
        @Schema(description = "Null for a source key without the scope `feedback:read`.")
                @Nullable Long version,
        @Schema(
                        description =
                                "Where the entry went, when it takes no votes any more and some came with it.")
                @Nullable ClosedInfo closed,
        @Schema(
                        description =
                                "Positions of the votes that stay as they are: others recorded them, and the caller may not triage.")
                @Nullable List<Integer> votesOfOthers,
        @Schema(description = "Pointers are relative to the entry.")
                @Nullable List<FieldError> errors) {

    static Receipt of(Feedback feedback, FeedbackResult result) {
        return new Receipt(
                feedback.externalId(), result, feedback.id(), feedback.version(), null, null, null);
    }

    static Receipt refused(CheckedEntry.Invalid invalid) {
        return new Receipt(
                invalid.externalId(),
                FeedbackResult.REFUSED,
                null,
                null,
                null,
                null,
                invalid.errors());
    }

    /// Of an entry in an atomic batch that holds a wrong one, maybe this.
    static Receipt ofAtomicRefusal(CheckedEntry checked) {
        return switch (checked) {
            case CheckedEntry.Invalid invalid -> refused(invalid);
            case CheckedEntry.Valid valid ->
                    new Receipt(
                            valid.externalId(),
                            FeedbackResult.NOT_WRITTEN,
                            null,
                            null,
                            null,
                            null,
                            null);
        };
    }

    /// A changed vote is news about the entry.
    Receipt withVotes(Set<UUID> voted) {
        return result == FeedbackResult.UNCHANGED && voted.contains(id)
                ? new Receipt(
                        externalId, FeedbackResult.UPDATED, id, version, null, votesOfOthers, null)
                : this;
    }

    /// Votes that came too late are told so; what else the entry said was heard.
    Receipt closed(Map<UUID, ClosedInfo> closed) {
        var where = id == null ? null : closed.get(id);
        return where == null
                ? this
                : new Receipt(
                        externalId,
                        result == FeedbackResult.UNCHANGED ? FeedbackResult.CLOSED : result,
                        id,
                        version,
                        where,
                        votesOfOthers,
                        null);
    }

    /// As far as the caller may know: a key that only writes learns that the entry was taken, and
    /// nothing of what was there.
    Receipt shownTo(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member _ -> this;
            case ApiCaller.Key key when key.has(Scope.FEEDBACK_READ) ->
                    new Receipt(
                            externalId,
                            result,
                            id,
                            version,
                            closed == null ? null : closed.shownToItsSource(),
                            votesOfOthers,
                            errors);
            case ApiCaller.Key _ ->
                    new Receipt(externalId, result, id, null, null, votesOfOthers, errors);
        };
    }

    Receipt votesOfOthers(List<Integer> positions) {
        return new Receipt(externalId, result, id, version, closed, positions, errors);
    }

    boolean isRefusal() {
        return result == FeedbackResult.REFUSED;
    }
}
