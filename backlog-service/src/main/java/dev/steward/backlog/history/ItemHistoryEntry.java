package dev.steward.backlog.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.steward.platform.access.Person;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One event in the history of an item.
@Schema(name = "ItemHistoryEntry")
record ItemHistoryEntry(
        @Schema(description = "Id of the event.") UUID id,
        @Schema(description = "Version of the item after the event.") long version,
        @Schema(
                        description =
                                "What happened, as the event's type, for example"
                                        + " `steward.backlog.item.estimated.v1`.")
                String type,
        @Schema(description = "Who did it.") Person actor,
        @Schema(
                        description =
                                "The person for whom `actor` acted, for example through an"
                                        + " assistant; null when the actor acted alone.")
                @Nullable Person onBehalfOf,
        @Schema(description = "When it happened (UTC).") Instant at,
        @Schema(
                        description =
                                "Why, in the words of the person who did it; null when no reason"
                                        + " was given.")
                @Nullable String reason,
        @JsonRawValue
                @Schema(
                        type = SchemaType.OBJECT,
                        description =
                                "What changed, by field: `{from, to}` with the values before and"
                                        + " after. A long text has only `{changed: true}`. Empty when"
                                        + " no field changed.")
                String change) {}
