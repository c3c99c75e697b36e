package dev.steward.backlog.imports;

import dev.steward.platform.web.Transience;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Every instance looks for work once a second, so a job whose worker died goes on within one. Each
/// open job gets a chunk in turn: a large one holds up no small one.
@ApplicationScoped
class ImportWork {

    private static final Logger LOG = Logger.getLogger(ImportWork.class);

    private final ImportJobs jobs;
    private final Importing importing;
    private final Staging staging;

    ImportWork(ImportJobs jobs, Importing importing, Staging staging) {
        this.jobs = jobs;
        this.importing = importing;
        this.staging = staging;
    }

    @Scheduled(
            every = "${steward.imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        List<UUID> worked = jobs.open();
        while (!worked.isEmpty()) {
            worked = worked.stream().filter(this::advance).toList();
        }
    }

    @Scheduled(every = "1m", delayed = "30s")
    void sweep() {
        staging.sweep();
    }

    /// What passes by itself is tried again at the next look; a job that fails for good must not
    /// stand in the way of others for ever.
    private boolean advance(UUID id) {
        try {
            return importing.advance(id);
        } catch (RuntimeException failure) {
            if (Transience.isTransient(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "import %s failed", id);
            importing.giveUp(id, "Something went wrong here; what is in stays in.");
            return false;
        }
    }
}
