package dev.steward.backlog.job;

/// How one kind of job is done.
public interface JobHandler {

    JobKind kind();

    /// How much the next step does where nothing is wrong; 1 where it cannot be divided.
    int whole(Job job);

    /// Does the next step, in the transaction that holds the job.
    ///
    /// @param most of it, up to the [#whole]
    /// @return false when nothing can be done now
    boolean advance(Job job, int most);

    /// Makes way for others, in a moment: what a job that has failed leaves behind is cleared away
    /// later.
    ///
    /// @return false when too much has happened for that: it must go on
    boolean giveUp(Job job);

    /// Deletes what ended jobs have left behind, in the transaction of the caller.
    ///
    /// @return how much there was, up to the most
    int cleanUp(int most);
}
