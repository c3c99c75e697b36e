package dev.steward.platform.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/// 401, whether the token is absent or none of ours. The library's own mappers do not fit the
/// patched HTTP layer (its challenge has another shape there).
final class Unauthenticated {

    private Unauthenticated() {}

    /// No token.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class Absent extends Mapper<UnauthorizedException> {}

    /// Expired, forged, of another issuer or audience, or no token at all.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class Refused extends Mapper<AuthenticationFailedException> {}

    abstract static class Mapper<E extends Throwable> extends ExceptionMapperBase<E> {
        @Override
        protected HttpProblem toProblem(E e) {
            return HttpProblem.builder()
                    .withStatus(401)
                    .withTitle(Problems.title("unauthenticated"))
                    .withDetail("This needs a valid token: Authorization: Bearer ….")
                    .withHeader("WWW-Authenticate", "Bearer")
                    .with("code", "unauthenticated")
                    .build();
        }
    }
}
