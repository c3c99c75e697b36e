package dev.steward.platform.web.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.platform.web.problem.Refusal;
import dev.steward.platform.web.problem.Unreadable;
import dev.steward.platform.web.problem.UnreadableJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A JSON body that has not been read yet. A resource first asks what the caller may do, then
/// reads: so the body of somebody who may not is never parsed, whatever its size. It is read and
/// validated once, outside of any transaction, since it arrives at the caller's pace.
public final class Body<T> {

    /// What a request without the body that its operation needs is told.
    public static final FieldError MISSING =
            FieldError.at(
                    "", "not-null", "The request has no body, but this operation requires one.");

    @Schema(hidden = true)
    private final InputStream json;

    @Schema(hidden = true)
    private final BodyReader<T> reading;

    @Schema(hidden = true)
    private final CheckedRights rights;

    private @Nullable T content;

    Body(InputStream json, BodyReader<T> reading, CheckedRights rights) {
        this.json = json;
        this.reading = reading;
        this.rights = rights;
    }

    /// @throws Unreadable when it is not JSON, or has a field that the type lacks
    /// @throws Invalid when it is missing, or breaks a constraint of the type
    /// @throws TooLarge when it is longer than the operation takes
    public T read() {
        return readIfGiven().orElseThrow(Body::missing);
    }

    /// Where an operation can do without.
    public Optional<T> readIfGiven() {
        if (!rights.areChecked()) {
            throw new IllegalStateException("a body is read before the caller's rights are known");
        }
        return parse();
    }

    /// For what anybody who is signed in may do, such as creating a product.
    public T readFromAnyone() {
        return parse().orElseThrow(Body::missing);
    }

    private Optional<T> parse() {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("a transaction would wait for the caller's body");
        }
        try {
            content = content == null ? reading.from(json) : content;
            return Optional.ofNullable(content);
        } catch (JsonProcessingException e) {
            // Jackson wraps what its source says of itself.
            throw e.getCause() instanceof Refusal refusal ? refusal : UnreadableJson.of(e);
        } catch (IOException e) {
            throw new Unreadable(
                    "unreadable-request",
                    "The body ended before its end.",
                    List.of(FieldError.at("", "unreadable", "Cut off.")));
        }
    }

    private static Invalid missing() {
        return new Invalid(List.of(MISSING));
    }
}
