package dev.steward.backlog.order;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a pin keeps its item.
@Schema(name = "PinPlace")
enum PinPlace {
    TOP,
    POSITION,
    ABOVE,
    BELOW
}
