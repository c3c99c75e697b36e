package dev.steward.backlog.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.steward.platform.access.Person;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that happened.
///
/// @param version of the item after it
/// @param type `steward.backlog.item.estimated.v1`
/// @param onBehalfOf for whom the actor acted
/// @param change field by field `{from, to}`; a long text only `{changed: true}`
@Schema(name = "PastEvent")
record ItemHistoryEntry(
        UUID id,
        long version,
        String type,
        Person actor,
        @Nullable Person onBehalfOf,
        Instant at,
        @Nullable String reason,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String change) {}
