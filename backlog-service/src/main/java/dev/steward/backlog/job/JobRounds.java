package dev.steward.backlog.job;

import dev.steward.platform.web.Refusal;
import dev.steward.platform.web.Transience;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Works on open jobs in turn, a step of each at a time: a large one holds up no small one.
public final class JobRounds {

    private static final Logger LOG = Logger.getLogger(JobRounds.class);

    private JobRounds() {}

    /// How steps are made and jobs ended; each method is a transaction.
    public interface Steps {

        /// @return false when there is nothing to do now: it has ended, or somebody else is at it
        boolean advance(UUID job);

        /// Trying again would not help.
        void giveUp(UUID job, String code, String why);
    }

    /// Until no job has anything left.
    public static void work(List<UUID> open, Steps steps) {
        List<UUID> worked = open;
        while (!worked.isEmpty()) {
            worked = worked.stream().filter(job -> advance(job, steps)).toList();
        }
    }

    /// What passes by itself is tried again at the next look; a job that fails for good must not
    /// stand in the way of others for ever.
    private static boolean advance(UUID job, Steps steps) {
        try {
            return steps.advance(job);
        } catch (Refusal refusal) {
            LOG.infof("job %s is refused: %s", job, refusal.code());
            steps.giveUp(job, refusal.code(), String.valueOf(refusal.getMessage()));
            return false;
        } catch (RuntimeException failure) {
            if (Transience.isTransient(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "job %s failed", job);
            steps.giveUp(job, "internal-error", "Something went wrong here.");
            return false;
        }
    }
}
