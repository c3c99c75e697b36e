package dev.steward.backlog.scoring;

import dev.steward.backlog.job.JobView;
import dev.steward.platform.web.problem.Conflict;
import java.util.UUID;

/// A job is already replacing the scoring model.
final class ScoringBusy extends Conflict {

    ScoringBusy(UUID job) {
        super(
                "scoring-busy",
                "Another scoring model is being put in place: ask again in a second.");
        fact("job", JobView.pathOf(job));
    }

    @Override
    protected boolean passes() {
        return true;
    }
}
