package dev.steward.platform.messaging;

import dev.steward.platform.web.Transience;
import org.apache.kafka.common.errors.RetriableException;

/// Which failures of a batch are worth trying again, and how a failure is told in one line.
final class Failures {

    private Failures() {}

    static boolean pass(Throwable failure) {
        return failure instanceof PartitionTaken
                || failure instanceof RetriableException
                || Transience.isTransient(failure);
    }

    static String describe(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
