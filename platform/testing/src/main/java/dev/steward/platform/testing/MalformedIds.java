package dev.steward.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Checks that `GET /sprints/xyz` and the like are answered with a problem of the API, for every
/// documented path with parameters, and not in the words of the framework ("HTTP 404 Not Found").
/// For one test per service.
public final class MalformedIds {

    private MalformedIds() {}

    /// Checks the service under test by its document, in the folder of its module.
    ///
    /// @param service its short name, such as `backlog`
    /// @throws AssertionError naming the paths that are answered otherwise
    public static void check(String service) {
        assertThat(paths(service))
                .isNotEmpty()
                .allSatisfy(path -> {
                    var answer = get(path);
                    assertThat(answer.statusCode()).isEqualTo(404);
                    assertThat(answer.<String>path("code")).endsWith("not-found");
                    assertThat(answer.<String>path("detail")).startsWith("There is no ");
                });
    }

    private static Response get(String path) {
        var target = path.replaceAll("\\{[^}]*}", "xyz");
        return given().auth().oauth2(Tokens.of("olivia")).get(target);
    }

    private static List<String> paths(String service) {
        var file = Path.of("target/openapi", service + ".json").toFile();
        try {
            return new ObjectMapper()
                    .readTree(file)
                    .path("paths")
                    .propertyStream()
                    .filter(path -> path.getKey().contains("{"))
                    .filter(path -> path.getValue().has("get"))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
