package dev.steward.backlog.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "JobKind")
public enum JobKind {
    /// A proposed order becomes the order.
    ORDER_PROPOSAL,
    /// Another scoring model becomes the active one.
    SCORING_MODEL
}
