package dev.steward.backlog.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An item, as answers about something else name it.
@Schema(name = "ItemReference")
public record ItemReference(UUID id, String key, String title) {}
