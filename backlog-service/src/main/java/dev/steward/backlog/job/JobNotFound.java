package dev.steward.backlog.job;

import dev.steward.platform.web.problem.NotFound;

final class JobNotFound extends NotFound {

    JobNotFound() {
        super("not-found", "There is no such job.");
    }
}
