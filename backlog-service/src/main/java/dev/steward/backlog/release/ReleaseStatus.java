package dev.steward.backlog.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReleaseStatus")
enum ReleaseStatus {
    PLANNED,
    RELEASED,
    ROLLED_BACK
}
