package dev.steward.backlog.job;

/// How one kind of job is done.
public interface JobSteps {

    JobKind kind();

    /// Does the next step, in the transaction that holds the job.
    ///
    /// @return false when nothing can be done now
    boolean advance(Job job);

    /// Leaves nothing of a job that has failed.
    ///
    /// @return false when too much has happened for that: it must go on
    boolean giveUp(Job job);
}
