package dev.steward.sprint.board;

import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.sprint.sprint.SprintQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The board of a sprint over HTTP.
@Path("/api/v1/sprints/{s}/board")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class BoardResource {

    private final SprintQuery sprintQuery;
    private final BoardQuery boardQuery;
    private final People people;

    BoardResource(SprintQuery sprintQuery, BoardQuery boardQuery, People people) {
        this.sprintQuery = sprintQuery;
        this.boardQuery = boardQuery;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "getSprintBoard",
            summary = "Get the board of a sprint",
            description =
                    "The items of the sprint in three columns by the status of their work: SELECTED, IN_PROGRESS and DONE, each with everything that a card shows. The board of a closed or cancelled sprint shows each item where it was at the end.")
    @APIResponseSchema(value = BoardView.class, responseDescription = "The board.")
    public Response get(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        sprintQuery.grant(id).requireRead(Right.SPRINT);
        var rows = boardQuery.cardsOf(id);
        var names =
                people.of(
                        rows.stream()
                                .flatMap(row -> Optional.ofNullable(row.assignee()).stream())
                                .distinct()
                                .toList());
        var board = BoardView.of(sprintQuery.summary(id), rows, names);
        return Representation.read(ifNoneMatch, board.etag(), board);
    }
}
