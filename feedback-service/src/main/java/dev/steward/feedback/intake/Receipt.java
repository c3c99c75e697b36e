package dev.steward.feedback.intake;

import dev.steward.feedback.entry.ClosedInfo;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackResult;
import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.web.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result for one submitted entry.
@Schema(name = "FeedbackReceipt")
record Receipt(
        @Schema(
                        description =
                                "Id of the entry in its source, as it was sent; null when none was sent or it could not be read.")
                @Nullable String externalId,
        @Schema(
                        description =
                                "What the request did with the entry. CREATED, UPDATED or UNCHANGED; STALE: its source has sent a newer state before; CLOSED: nothing new, and its votes were not taken because the entry is closed; REFUSED: invalid, see `errors`; NOT_WRITTEN: valid, but another entry of the atomic batch is not.")
                FeedbackResult result,
        @Schema(description = "Id of the entry; null when it was not written.") @Nullable UUID id,
        @Schema(
                        description =
                                "Version of the entry. Null when it was not written, and for a source key without the scope `feedback:read`.")
                @Nullable Long version,
        @Schema(
                        description =
                                "What became of the entry, when it is closed and the request brought votes, which were not taken; otherwise null.")
                @Nullable ClosedInfo closed,
        @Schema(
                        description =
                                "Positions in `votes`, from 0, of the votes that were not changed because somebody else submitted them and the caller lacks the right TRIAGE_FEEDBACK. Null when there are none.")
                @Nullable List<Integer> votesOfOthers,
        @Schema(
                        description =
                                "Why the entry was refused; `pointer` is relative to the entry. Null when it was not refused.")
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

    /// For each entry of an atomic batch that contains an invalid entry, possibly this one.
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

    /// A changed vote counts as an update of the entry.
    Receipt withVotes(Set<UUID> voted) {
        return result == FeedbackResult.UNCHANGED && voted.contains(id)
                ? new Receipt(
                        externalId, FeedbackResult.UPDATED, id, version, null, votesOfOthers, null)
                : this;
    }

    /// Says which votes came too late; everything else in the entry was applied.
    Receipt closed(Map<UUID, ClosedInfo> closed) {
        var info = id == null ? null : closed.get(id);
        return info == null
                ? this
                : new Receipt(
                        externalId,
                        result == FeedbackResult.UNCHANGED ? FeedbackResult.CLOSED : result,
                        id,
                        version,
                        info,
                        votesOfOthers,
                        null);
    }

    /// With what the caller may see: a source key that may only write learns that the entry was
    /// taken, and nothing about what was stored before.
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
