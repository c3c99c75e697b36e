package dev.steward.backlog.me;

import dev.steward.backlog.ApiTexts;
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
@Tag(name = "Me", description = "The person who calls the API.")
@SecurityRequirement(name = "oidc")
public class MeResource {

    /// All are in `GET /products`.
    private static final int PRODUCTS_SHOWN = 100;

    private final Caller caller;
    private final Products products;

    MeResource(Caller caller, Products products) {
        this.caller = caller;
        this.products = products;
    }

    @Schema(name = "Me")
    record MeView(
            @Schema(description = "The caller's id: the `sub` of the access token.") String subject,
            @Schema(description = "Name from the token; null when it has none.")
                    @Nullable String name,
            @Schema(description = "E-mail address from the token; null when it has none.")
                    @Nullable String email,
            @Schema(
                            description =
                                    "Preferred language from the token (BCP 47, for example"
                                            + " `de-DE`); null when it has none.")
                    @Nullable String locale,
            @Schema(
                            description =
                                    "Time zone from the token (IANA, for example `Europe/Berlin`);"
                                            + " null when it has none.")
                    @Nullable String timeZone,
            @Schema(
                            description =
                                    "Products that the caller is a member of, by key; the first"
                                            + " 100. All are in `GET /products`.")
                    List<MyProduct> products) {}

    @Schema(name = "MyProduct")
    record MyProduct(
            @Schema(description = "Id of the product.") UUID id,
            @Schema(description = "Key of the product, for example `SHOP`.") String key,
            @Schema(description = "Name of the product.") String name,
            @Schema(description = ApiTexts.VERSION) long version,
            @Schema(description = "The caller's roles and rights in the product.") MyRights my) {

        static MyProduct of(Products.OfPerson row) {
            return new MyProduct(
                    row.id(), row.key(), row.name(), row.version(), MyRights.of(row.roles()));
        }
    }

    @GET
    @Operation(
            operationId = "getMe",
            summary = "Get the caller",
            description =
                    "Who the access token says you are, and your roles and rights in your products."
                            + " Every signed-in person may read it.")
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
