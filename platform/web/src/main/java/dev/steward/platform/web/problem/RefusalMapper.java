package dev.steward.platform.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/// The one place where a refusal becomes a problem document.
@Provider
@Priority(Problems.OURS_FIRST)
public class RefusalMapper extends ExceptionMapperBase<Refusal> {

    @Override
    protected HttpProblem toProblem(Refusal refusal) {
        var problem =
                HttpProblem.builder()
                        .withStatus(refusal.status())
                        .withTitle(Problems.title(refusal.code()))
                        .withDetail(refusal.detail())
                        .with("code", refusal.code());
        refusal.facts().forEach(problem::with);
        if (!refusal.errors().isEmpty()) {
            problem.with("errors", refusal.errors());
        }
        if (refusal.passes()) {
            problem.withHeader("Retry-After", 1);
        }
        return problem.build();
    }
}
