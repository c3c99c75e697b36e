package dev.steward.backlog.order.pin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a pin keeps its item.
@Schema(name = "PinPlace")
public enum PinPlace {
    TOP,
    POSITION,
    ABOVE,
    BELOW
}
