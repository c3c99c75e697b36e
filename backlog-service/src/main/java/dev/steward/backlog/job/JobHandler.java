package dev.steward.backlog.job;

/// Does one kind of job.
public interface JobHandler {

    JobKind kind();

    /// Size of the next step when nothing went wrong; 1 when it cannot be divided.
    int whole(Job job);

    /// Does the next step, in the transaction that holds the job.
    ///
    /// @param most size of the step, at most [#whole]
    /// @return false when nothing can be done now
    boolean advance(Job job, int most);

    /// Ends the job quickly; what it has stored is deleted later.
    ///
    /// @return false when it is too late: the job must be completed
    boolean giveUp(Job job);

    /// Deletes what ended jobs have stored.
    void cleanUp();
}
