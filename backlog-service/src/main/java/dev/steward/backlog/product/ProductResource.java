package dev.steward.backlog.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Caller;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.access.Role;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Products", description = "Products, and what the caller may do in them.")
@SecurityRequirement(name = "oidc")
public class ProductResource {

    private final Access access;
    private final Caller caller;
    private final ProductLifecycle lifecycle;
    private final Products products;
    private final Idempotent idempotent;
    private final MergePatch mergePatch;

    ProductResource(
            Access access,
            Caller caller,
            ProductLifecycle lifecycle,
            Products products,
            Idempotent idempotent,
            MergePatch mergePatch) {
        this.access = access;
        this.caller = caller;
        this.lifecycle = lifecycle;
        this.products = products;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    record NewProduct(
            @Schema(
                            description =
                                    "Starts the keys of the product's items (`SHOP-42`): 2 to 10"
                                            + " capital letters and digits, first a letter. Unique over"
                                            + " all products; cannot be changed later.")
                    @NotNull
                    @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}")
                    String key,
            @Schema(description = "Name of the product, at most 200 characters.")
                    @NotBlank
                    @Size(max = 200)
                    String name,
            @Schema(description = "What the product is, at most 5,000 characters; null for none.")
                    @Nullable
                    @Size(max = 5_000)
                    String description) {

        ProductFields fields() {
            return new ProductFields(name, description);
        }
    }

    record ProductPage(
            @Schema(description = "The products of this page, by key.") List<ProductView> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProduct",
            summary = "Create a product",
            description =
                    "The caller becomes its OWNER. A key that another product has answers 409"
                            + " `product-key-taken`. Every signed-in person may create products.")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "201",
            responseDescription = "Created.")
    public Response create(@NotNull Body<NewProduct> body) {

        var wanted = body.readFromAnyone();
        return idempotent.once(() -> {
            var product = lifecycle.create(wanted.key(), wanted.fields(), caller.provenance());
            var view = ProductView.of(product, Set.of(Role.OWNER));
            return Representation.created(
                    URI.create("/api/v1/products/" + product.id()), view.etag(), view);
        });
    }

    @GET
    @Operation(
            operationId = "listProducts",
            summary = "List products",
            description = "The products that the caller is a member of, by key, as pages.")
    @APIResponseSchema(value = ProductPage.class, responseDescription = "A page.")
    public Response list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        var query = "products";
        return new SizeLimitedPage<Products.OfPerson>(
                        (behind, most) ->
                                products.ofPerson(caller.subject(), key(query, behind), most),
                        row -> 2_000 + SizeLimitedPage.bytes(row.name(), row.description()),
                        last -> Cursor.encode(query, List.of(last.key())))
                .page(page)
                .map(ProductView::of)
                .response(uri);
    }

    private static String key(String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return keys == null ? "" : keys.getFirst();
    }

    @GET
    @Path("{p}")
    @Operation(
            operationId = "getProduct",
            summary = "Get a product",
            description =
                    "The product, and the caller's roles and rights in it. Every member may read"
                            + " it.")
    @APIResponseSchema(value = ProductView.class, responseDescription = "The product.")
    public Response get(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var view = view(access.to(p));
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Path("{p}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateProduct",
            summary = "Update a product",
            description =
                    "Changes the fields that the body names (JSON merge patch). The key cannot be"
                            + " changed (422 `key-is-final`). Send the `ETag` that you have seen as"
                            + " `If-Match` (428 without it, 412 when somebody changed it meanwhile)."
                            + " Needs the right EDIT_PRODUCT.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ProductFields.class)))
    @APIResponseSchema(value = ProductView.class, responseDescription = "The product as it is now.")
    public Response patch(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = access.to(p).require(Right.EDIT_PRODUCT);
        var patch = body.read();
        var condition = IfMatch.required(ifMatch);
        if (patch.has("key")) {
            throw new KeyIsFinal();
        }
        return Representation.changed(
                condition,
                _ ->
                        ProductView.of(
                                lifecycle.update(
                                        grant, condition, now -> mergePatch.apply(patch, now)),
                                grant.roles()),
                () -> view(grant));
    }

    private ProductView view(Grant grant) {
        return ProductView.of(products.findById(grant.productId()), grant.roles());
    }
}
