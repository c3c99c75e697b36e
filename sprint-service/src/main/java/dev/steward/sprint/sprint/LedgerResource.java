package dev.steward.sprint.sprint;

import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import dev.steward.platform.web.value.DateTimes;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.LedgerEntryRow;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The ledger of a sprint over HTTP.
@Path("/api/v1/sprints/{s}/ledger")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class LedgerResource {

    /// An entry takes at most 17 KiB.
    private static final int FIRST_STEP = 60;

    private final SprintQuery sprintQuery;
    private final Ledger ledger;
    private final People people;

    LedgerResource(SprintQuery sprintQuery, Ledger ledger, People people) {
        this.sprintQuery = sprintQuery;
        this.ledger = ledger;
        this.people = people;
    }

    /// For the API document only: a page of entries.
    @Schema(name = "LedgerPage")
    record LedgerPage(
            @Schema(description = "The entries of this page, oldest first.")
                    List<LedgerEntryView> items,
            @Schema(description = "Size of the page and the cursor of the next one.")
                    Page.Info page) {}

    @GET
    @Operation(
            operationId = "listLedgerEntries",
            summary = "List the ledger entries of a sprint",
            description =
                    "Every change of the scope of a sprint and of the work in it, oldest first. Entries are never changed or deleted. The sum of `effect` up to a time is the number of points that remained then; the burndown is computed from it.")
    @APIResponseSchema(value = LedgerPage.class, responseDescription = "A page of entries.")
    public Response list(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        sprintQuery.grant(id).requireRead(Right.SPRINT);
        var query = "ledger of " + id;
        var found =
                new SizeLimitedPage<LedgerEntryRow>(
                                (after, count) -> ledger.of(id, time(query, after), count),
                                LedgerEntryRow::bytes,
                                entry -> Cursor.encode(query, List.of(entry.at().toString())),
                                FIRST_STEP)
                        .page(page);
        var names =
                people.of(found.items().stream().map(LedgerEntryRow::actor).distinct().toList());
        return found.map(entry -> LedgerEntryView.of(entry, names)).response(uri);
    }

    private static @Nullable Instant time(String query, @Nullable String cursor) {
        var keys = Cursor.decode(query, cursor, 1);
        return keys == null ? null : Cursor.key(keys.getFirst(), LedgerResource::time);
    }

    private static Instant time(String text) {
        return DateTimes.instant(text)
                .filter(DateTimes::isInRange)
                .orElseThrow(IllegalArgumentException::new);
    }
}
