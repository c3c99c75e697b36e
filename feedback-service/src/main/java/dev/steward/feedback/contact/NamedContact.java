package dev.steward.feedback.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A person as a request names them: by the source's own id, by e-mail, or both.
public record NamedContact(
        @Schema(description = "In the source's own system.", examples = "user-67a59154d8")
                @Nullable
                @Size(min = 1, max = 200)
                String externalId,
        @Schema(examples = "Ada Byron") @Nullable @Size(max = 200) String name,
        @Schema(examples = "ada@northwind.example") @Nullable @Email @Size(max = 254) String email,
        @Schema(
                        description =
                                "The company, in the source's own system; made unconfirmed when nobody has told of it.",
                        examples = "4711")
                @Nullable
                @Size(min = 1, max = 200)
                String customerExternalId,
        @Schema(description = "What to call the company while nobody has told more of it.")
                @Nullable
                @Valid
                NamedCustomer customer) {

    @Schema(name = "NamedCustomer")
    public record NamedCustomer(
            @Schema(examples = "Northwind Rail") @NotBlank @Size(max = 200) String name) {}

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
