package dev.steward.backlog.imports;

import dev.steward.platform.access.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Reads imports as answers show them.
@ApplicationScoped
public class ImportViewQuery {

    private final ImportJobs jobs;
    private final RowErrors errors;
    private final People people;

    ImportViewQuery(ImportJobs jobs, RowErrors errors, People people) {
        this.jobs = jobs;
        this.errors = errors;
        this.people = people;
    }

    public ImportView view(UUID id) {
        var job = jobs.named(id);
        return ImportView.of(
                job, people.of(job.actor()), errors.first(id, ImportView.FIRST_ERRORS));
    }
}
