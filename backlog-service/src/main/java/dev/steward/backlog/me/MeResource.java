package dev.steward.backlog.me;

import dev.steward.backlog.product.MyRights;
import dev.steward.backlog.product.Products;
import dev.steward.platform.access.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Me", description = "The caller.")
@SecurityRequirement(name = "oidc")
public class MeResource {

    /// More are in `GET /products`.
    private static final int PRODUCTS_SHOWN = 100;

    private final Caller caller;
    private final Products products;

    MeResource(Caller caller, Products products) {
        this.caller = caller;
        this.products = products;
    }

    /// @param locale BCP 47, as the token says
    /// @param timeZone IANA, as the token says
    /// @param products the first 100, by key
    @Schema(name = "Me")
    record MeView(
            String subject,
            @Nullable String name,
            @Nullable String email,
            @Nullable String locale,
            @Nullable String timeZone,
            List<MyProduct> products) {}

    @Schema(name = "MyProduct")
    record MyProduct(UUID id, String key, String name, long version, MyRights my) {

        static MyProduct of(Products.OfPerson row) {
            return new MyProduct(
                    row.id(), row.key(), row.name(), row.version(), MyRights.of(row.roles()));
        }
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who I am, and what I am in my products")
    @APIResponseSchema(value = MeView.class, responseDescription = "The caller.")
    public Response me() {
        var mine = products.ofPerson(caller.subject(), "", PRODUCTS_SHOWN);
        var view =
                new MeView(
                        caller.subject(),
                        claim("name"),
                        claim("email"),
                        claim("locale"),
                        claim("zoneinfo"),
                        mine.stream().map(MyProduct::of).toList());
        return Response.ok(view).header("Cache-Control", "private, no-cache").build();
    }

    private @Nullable String claim(String name) {
        return caller.claim(name).orElse(null);
    }
}
