package dev.steward.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.steward.local.oidc.Person;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.core.ConditionFactory;

/// A client as it should be written: what was answered "not now" it sends again under the same
/// `Idempotency-Key`, so it never has to know whether the first one took effect.
record PatientClient(Person person) {

    Response get(String path) {
        return untilAnswered("GET " + path, () -> request().get(path));
    }

    Response post(String path) {
        return post(path, Map.of());
    }

    Response post(String path, Map<String, ?> body) {
        return post(path, "application/json", body);
    }

    Response csv(String path, String body) {
        return post(path, "text/csv; charset=UTF-8", body);
    }

    private Response post(String path, String contentType, Object body) {
        var key = UUID.randomUUID().toString();
        return untilAnswered(
                "POST " + path,
                () ->
                        request()
                                .header("Idempotency-Key", key)
                                .contentType(contentType)
                                .body(body)
                                .post(path));
    }

    Response patch(String path, Map<String, ?> body) {
        return untilAnswered(
                "PATCH " + path,
                () ->
                        request()
                                .header("If-Match", "*")
                                .contentType("application/merge-patch+json")
                                .body(body)
                                .patch(path));
    }

    /// Makes what is not there. That it is there already may be the work of a try whose answer got
    /// lost.
    Response put(String path, Map<String, ?> body) {
        return untilAnswered(
                "PUT " + path,
                () -> request().contentType("application/json").body(body).put(path));
    }

    /// For what follows from what another service has yet to hear of.
    static Response until(int status, Supplier<Response> request) {
        var answered = new AtomicReference<Response>();
        patiently("answered " + status)
                .untilAsserted(() -> {
                    var answer = request.get();
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
                    answered.set(answer);
                });
        return answered.get();
    }

    /// Longer than anything that the product itself waits for before it takes over what somebody
    /// who died has left, on a slow machine.
    static ConditionFactory patiently(String what) {
        return await(what)
                .atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50));
    }

    private RequestSpecification request() {
        return Api.as(person);
    }

    private static Response untilAnswered(String what, Supplier<Response> request) {
        return patiently(what).until(request::get, answer -> !isNotNow(answer));
    }

    private static boolean isNotNow(Response answer) {
        return answer.statusCode() > 500 || answer.getHeader("Retry-After") != null;
    }
}
