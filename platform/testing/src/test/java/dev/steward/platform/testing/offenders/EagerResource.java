package dev.steward.platform.testing.offenders;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Has its body parsed before it asks who sent it.
public class EagerResource {

    public record Wish(String text) {}

    @POST
    @Path("/{p}/wishes")
    public String create(@PathParam("p") String product, Wish wish) {
        return product + wish.text();
    }
}
