package dev.steward.feedback.demand;

import dev.steward.feedback.item.ItemNotFound;
import dev.steward.feedback.item.Items;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of demand.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Demand")
@SecurityRequirement(name = "oidc")
class DemandResource {

    private static final String EXAMPLE =
            """
            {"itemId": "01981b5e-0000-7000-8000-000000000001", "version": 3, "demand": 11.869924, "companyCount": 2,
             "personCount": 4, "asOf": "2026-01-15", "terms": [
              {"kind": "COMPANY", "customer": {"id": "01981b5e-0000-7000-8000-000000000002", "name": "Northwind Rail"},
               "people": 2, "importance": 3, "ageDays": 0, "capped": true, "value": 10.000000},
              {"kind": "COMPANY", "customer": {"id": "01981b5e-0000-7000-8000-000000000003", "name": "Oakfield Schools"},
               "people": 1, "importance": 2, "ageDays": 180, "capped": false, "value": 1.693147},
              {"kind": "INDIVIDUALS", "people": 1, "capped": false, "value": 0.176777}]}
            """;

    private final Access access;
    private final Items items;
    private final Demands demands;
    private final PartyQuery parties;
    private final Clock clock;

    DemandResource(Access access, Items items, Demands demands, PartyQuery parties, Clock clock) {
        this.access = access;
        this.items = items;
        this.demands = demands;
        this.parties = parties;
        this.clock = clock;
    }

    @GET
    @Path("/items/{i}/demand")
    @Operation(
            operationId = "getDemand",
            summary = "Get the demand for an item",
            description =
                    """
                    Demand says how much an item is asked for: the sum over all companies and people who \
                    submitted or voted for the feedback that is linked to it with the kind SOLVES. A company \
                    counts once, by its highest importance and its revenue; an ask loses half its value \
                    every 180 days. 0 for an item that nobody asked for. Needs the right DEMAND, at least to read; the terms \
                    are shown with the right CUSTOMER_VALUE.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The demand as of today.",
            content =
                    @Content(
                            schema = @Schema(implementation = DemandView.class),
                            examples =
                                    @ExampleObject(
                                            name = "two companies and a person",
                                            value = EXAMPLE)))
    public Response get(
            @Parameter(description = "Id or key of the item.") @PathParam("i") String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var item = items.get(id);
        var grant = access.to(item.productId(), ItemNotFound::new).requireRead(Right.DEMAND);
        var settings = DemandSettings.DEFAULTS;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var stored =
                demands.findByIdOptional(item.id())
                        .orElseGet(() ->
                                new ItemDemand(
                                        item.id(), item.productId(), Demand.none(today, settings)));
        var view =
                grant.mayRead(Right.CUSTOMER_VALUE)
                        ? DemandView.withTerms(stored, termsOf(stored), today, settings)
                        : DemandView.total(stored, today);
        return Representation.read(ifNoneMatch, Representation.etag(view.version(), view), view);
    }

    private List<Party> termsOf(ItemDemand stored) {
        return parties.of(List.of(stored.itemId())).getOrDefault(stored.itemId(), List.of());
    }
}
