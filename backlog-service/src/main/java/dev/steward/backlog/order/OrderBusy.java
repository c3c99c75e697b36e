package dev.steward.backlog.order;

import dev.steward.backlog.job.JobView;
import dev.steward.platform.web.problem.Conflict;
import java.util.UUID;

/// A job is applying a whole order; until readers see it, nothing can be moved.
final class OrderBusy extends Conflict {

    OrderBusy(UUID job) {
        super("order-busy", "Another order is being applied: ask again in a second.");
        fact("job", JobView.pathOf(job));
    }

    @Override
    protected boolean passes() {
        return true;
    }
}
