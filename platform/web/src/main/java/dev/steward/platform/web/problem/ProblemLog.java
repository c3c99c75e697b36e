package dev.steward.platform.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One line per problem: what it is, whose request, and where it is wrong. Never what was sent or
/// what is there: details, values and representations are for the caller alone.
final class ProblemLog {

    private static final Logger LOG = Logger.getLogger(ProblemLog.class);
    private static final int LONGEST = 200;

    private ProblemLog() {}

    static void write(HttpProblem problem, HttpServerRequest request, @Nullable Throwable cause) {
        var status = problem.getStatusCode();
        var line =
                "%d %s %s %s%s"
                        .formatted(
                                status,
                                problem.getParameters().get("code"),
                                request.method(),
                                shortened(request.path()),
                                places(problem.getParameters().get("errors")));
        if (status >= 500 && status != 503) {
            LOG.error(line, cause);
        } else if (status == 503) {
            LOG.warnf("%s (%s)", line, cause == null ? "" : cause.getClass().getSimpleName());
        } else {
            LOG.info(line);
        }
    }

    private static String places(@Nullable Object errors) {
        return errors instanceof Collection<?> all
                ? all.stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .limit(5)
                        .map(error ->
                                " "
                                        + shortened(
                                                error.pointer() != null
                                                        ? error.pointer()
                                                        : String.valueOf(error.parameter()))
                                        + ":"
                                        + error.code())
                        .collect(Collectors.joining())
                : "";
    }

    private static String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST
                ? "" + text
                : text.substring(0, LONGEST) + "…";
    }
}
