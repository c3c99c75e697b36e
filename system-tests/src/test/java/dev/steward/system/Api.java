package dev.steward.system;

import static io.restassured.RestAssured.given;

import dev.steward.local.oidc.Person;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Steward as a client sees it: through the gateway, as one of the seeded people.
public final class Api {

    private static final RestAssuredConfig TIMEOUTS =
            RestAssuredConfig.config()
                    .httpClient(
                            HttpClientConfig.httpClientConfig()
                                    .setParam("http.connection.timeout", 10_000)
                                    .setParam("http.socket.timeout", 60_000));

    private static final Map<Person, String> TOKENS = new ConcurrentHashMap<>();

    private Api() {}

    public static RequestSpecification as(Person person) {
        return withToken(token(person));
    }

    /// Signed once for each, as a client keeps its token: a signature costs more than most
    /// requests.
    public static String token(Person person) {
        return TOKENS.computeIfAbsent(
                person, somebody -> RunningSystem.get().issuer().mint().token(somebody));
    }

    public static RequestSpecification withToken(String token) {
        return anonymous().auth().oauth2(token);
    }

    public static RequestSpecification anonymous() {
        return given().config(TIMEOUTS)
                .baseUri(RunningSystem.get().gateway().url().toString())
                .basePath("/api/v1")
                .urlEncodingEnabled(false);
    }

    public static Response post(Person person, String path, Map<String, ?> body) {
        return as(person).contentType("application/json").body(body).post(path);
    }

    /// @return the id of what was created
    static String create(Person person, String path, Map<String, ?> body) {
        return post(person, path, body).then().statusCode(201).extract().path("id");
    }

    /// Gives an item another title, whatever its version is.
    static void retitle(Person person, String item, String title) {
        as(person)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("title", title))
                .patch("/items/" + item)
                .then()
                .statusCode(200);
    }
}
