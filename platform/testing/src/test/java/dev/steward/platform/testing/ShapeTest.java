package dev.steward.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void findsAFieldThatIsMissing() throws Exception {
        assertThat(Shape.difference("", json("{\"a\":{\"b\":1}}"), json("{\"a\":{}}")))
                .hasValueSatisfying(difference -> assertThat(difference).startsWith("/a"));
    }

    @Test
    void findsAFieldOfAnotherType() throws Exception {
        assertThat(Shape.difference("", json("{\"a\":1}"), json("{\"a\":\"1\"}")))
                .hasValue("/a: STRING instead of NUMBER");
    }

    @Test
    void acceptsOtherValues() throws Exception {
        assertThat(Shape.difference("", json("{\"a\":[1]}"), json("{\"a\":[2,3]}"))).isEmpty();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
