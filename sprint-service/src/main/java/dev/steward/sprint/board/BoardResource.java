package dev.steward.sprint.board;

import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Representation;
import dev.steward.sprint.sprint.SprintReading;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Boards over HTTP.
@Path("/api/v1/sprints/{s}/board")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class BoardResource {

    private final SprintReading sprints;
    private final Boards boards;
    private final People people;

    BoardResource(SprintReading sprints, Boards boards, People people) {
        this.sprints = sprints;
        this.boards = boards;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "getSprintBoard",
            summary = "The board of a sprint: columns with everything that a card shows",
            description = "Of an ended sprint, each card is where it was at the end.")
    @APIResponseSchema(value = BoardView.class, responseDescription = "The board.")
    public Response get(
            @PathParam("s") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        sprints.grant(id).toRead(Right.SPRINT);
        var rows = boards.cardsOf(id);
        var names =
                people.of(
                        rows.stream()
                                .flatMap(row -> Optional.ofNullable(row.assignee()).stream())
                                .distinct()
                                .toList());
        var board = BoardView.of(sprints.frame(id), rows, names);
        return Representation.read(ifNoneMatch, board.etag(), board);
    }
}
