package dev.steward.feedback.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A person as a request names them: by the id in the source, by e-mail address, or both.
public record NamedContact(
        @Schema(
                        description =
                                "Id of the person in the source's own system. Required unless `email` is given.",
                        examples = "user-67a59154d8")
                @Nullable
                @Size(min = 1, max = 200)
                String externalId,
        @Schema(
                        description = "Name of the person; a known name stays when this is absent.",
                        examples = "Ada Byron")
                @Nullable
                @Size(max = 200)
                String name,
        @Schema(
                        description =
                                "E-mail address of the person. Identifies them where `externalId` is absent, and where the source has `emailsVerified`. Messages about releases are sent to it.",
                        examples = "ada@northwind.example")
                @Nullable
                @Email
                @Size(max = 254)
                String email,
        @Schema(
                        description =
                                "Id of the person's company in the source's own system. An unknown company is created as an unconfirmed customer.",
                        examples = "4711")
                @Nullable
                @Size(min = 1, max = 200)
                String customerExternalId,
        @Schema(
                        description =
                                "Used only to create a customer that is not known yet; needs `customerExternalId`.")
                @Nullable
                @Valid
                NamedCustomer customer) {

    @Schema(name = "NamedCustomer")
    public record NamedCustomer(
            @Schema(description = "Name of the company.", examples = "Northwind Rail")
                    @NotBlank
                    @Size(max = 200)
                    String name) {}

    @JsonIgnore
    @AssertTrue(message = "a contact needs an externalId or an email")
    public boolean isFindable() {
        return externalId != null || (email != null && !email.isBlank());
    }

    @JsonIgnore
    @AssertTrue(message = "customer needs a customerExternalId")
    public boolean isCustomerFindable() {
        return customer == null || customerExternalId != null;
    }
}
