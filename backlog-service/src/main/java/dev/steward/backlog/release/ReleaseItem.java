package dev.steward.backlog.release;

import dev.steward.backlog.item.ShownStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An item in a release, with the status that it shows now.
@Schema(name = "ReleaseItem")
record ReleaseItem(UUID id, String key, String title, ShownStatus status) {}
