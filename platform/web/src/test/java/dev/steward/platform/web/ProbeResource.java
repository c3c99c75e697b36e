package dev.steward.platform.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.CheckedRights;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.problem.Conflict;
import dev.steward.platform.web.problem.NotFound;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

@Path("/probes")
@Authenticated
@RunOnVirtualThread
public class ProbeResource {

    static final class NameIsTaken extends Conflict {
        NameIsTaken() {
            super("name-taken", "There is a probe of that name.");
        }
    }

    static final class NoSuchProbe extends NotFound {
        NoSuchProbe() {
            super("probe-not-found", "No such probe.");
        }
    }

    private final CheckedRights rights;
    private final Idempotent idempotent;
    private final MergePatch mergePatch;
    private final Probes probes;

    ProbeResource(
            CheckedRights rights, Idempotent idempotent, MergePatch mergePatch, Probes probes) {
        this.rights = rights;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
        this.probes = probes;
    }

    @POST
    public Response create(
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            @QueryParam("dryRun") boolean dryRun,
            Body<Probe> body) {
        var probe = body.readFromAnyone();
        return idempotent.once(() -> {
            if (probe.name().equals("taken")) {
                throw new NameIsTaken();
            }
            if (probe.name().startsWith("overtaken")) {
                probes.answerAlready("olivia", key);
            }
            return Representation.created(
                    URI.create("/probes/1"), "\"1\"", Map.of("id", probes.add(probe.name())));
        });
    }

    @GET
    public Response list(
            @BeanParam @Valid PageQuery page,
            @QueryParam("name") @Nullable String name,
            @Context UriInfo uri) {
        var query = "probes?name=" + name;
        var after = Cursor.decode(query, page.cursor, 1);
        var from = after == null ? 0 : Cursor.key(after.getFirst(), Integer::valueOf) + 1;
        List<Integer> rows =
                IntStream.range(from, Math.min(5, from + page.limit + 1)).boxed().toList();
        return Page.of(rows, page.limit, row -> Cursor.encode(query, List.of(row.toString())))
                .response(uri);
    }

    @POST
    @Path("/{id}/hidden")
    public Response hidden(Body<Probe> body) {
        throw new NoSuchProbe();
    }

    @POST
    @Path("/{id}/unasked")
    public Response readBeforeTheRights(Body<Probe> body) {
        return Response.ok(body.read()).build();
    }

    @POST
    @Path("/{id}/guarded")
    @Operation(
            extensions = @Extension(name = "x-steward-max-body", value = "64", parseValue = true))
    public Response guarded(Body<Probe> body) {
        rights.checked();
        return Response.ok(body.readIfGiven().orElse(Probe.NONE)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Response patch(
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch, Body<ObjectNode> body) {
        var patch = body.readFromAnyone();
        var expected = IfMatch.required(ifMatch);
        var changed =
                expected.guarding(
                        () -> {
                            expected.check(7);
                            return mergePatch.apply(patch, new Probe("seven", 7, List.of("a")));
                        },
                        () -> Map.of("name", "seven"));
        return Representation.ok(Representation.etag(8, 1.5), changed);
    }

    @GET
    @Path("/{id}")
    public Response get(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return Representation.read(
                ifNoneMatch, Representation.etag(7, "derived"), Map.of("name", "seven"));
    }

    /// What was read of a body.
    @POST
    @Path("/echo")
    public Probe echo(Body<Probe> body) {
        return body.readFromAnyone();
    }

    /// What was read of the parameters.
    @GET
    @Path("/echo/{name}")
    public Map<String, Object> echo(
            @PathParam("name") String name,
            @QueryParam("text") @Size(max = 3) @Nullable String shortText,
            @QueryParam("id") @Nullable UUID id) {
        var read = new HashMap<String, Object>();
        read.put("name", name);
        read.put("text", shortText);
        read.put("id", id);
        return read;
    }

    @GET
    @Path("/entries/{id}")
    public Response entry(@PathParam("id") UUID id) {
        return Response.ok(Map.of("id", id)).build();
    }

    @GET
    @Path("/broken")
    public Response broken() {
        throw new IllegalStateException("secret detail");
    }

    @jakarta.enterprise.context.ApplicationScoped
    static class Probes {
        private final DataSource database;

        Probes(DataSource database) {
            this.database = database;
        }

        @Transactional
        String add(String name) {
            var id = UuidCreator.getTimeOrderedEpoch();
            try (var connection = database.getConnection();
                    var insert =
                            connection.prepareStatement("insert into probe values (?, ?, 1)")) {
                insert.setObject(1, id);
                insert.setString(2, name);
                insert.executeUpdate();
                return id.toString();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /// As if another request with the same key had been answered just now.
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        void answerAlready(String caller, @Nullable String key) {
            try (var connection = database.getConnection();
                    var insert =
                            connection.prepareStatement(
                                    "insert into idempotency values (?, 'POST', '/probes', ?, '', 201)")) {
                insert.setString(1, caller);
                insert.setString(2, key);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        long count(String name) {
            try (var connection = database.getConnection();
                    var select =
                            connection.prepareStatement(
                                    "select count(*) from probe where name = ?")) {
                select.setString(1, name);
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
