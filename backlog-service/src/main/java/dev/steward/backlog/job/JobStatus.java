package dev.steward.backlog.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "JobStatus")
public enum JobStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return switch (this) {
            case PENDING, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
