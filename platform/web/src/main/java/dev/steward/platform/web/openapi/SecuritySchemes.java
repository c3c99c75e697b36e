package dev.steward.platform.web.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// The two credentials of the API. Which one an operation takes is said at its resource.
final class SecuritySchemes {

    private SecuritySchemes() {}

    static void defineIn(Components components) {
        components.addSecurityScheme(
                "oidc",
                bearer("A person or machine: an access token of the OpenID Connect issuer.")
                        .bearerFormat("JWT"));
        components.addSecurityScheme(
                "sourceKey", bearer("A feedback source: its key `stw_<id>_<secret>`."));
    }

    private static SecurityScheme bearer(String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }
}
