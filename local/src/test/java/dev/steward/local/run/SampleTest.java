package dev.steward.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.steward.local.Port;
import dev.steward.local.oidc.SigningKey;
import dev.steward.local.oidc.TokenMint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the sample sends. That the services take it is shown by the journeys over the whole system.
class SampleTest {

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> reported = new ArrayList<>();
    private int statusOfProduct = 201;
    private int behind = 2;
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(Port.loopback(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void fillsTheProductAndWaitsForWhatIsNotVisibleYet() {
        sample().fill();

        assertThat(requests).startsWith("POST /products", "PUT /products/SHOP/members/max");
        assertThat(requests).filteredOn("POST /products/SHOP/items"::equals).hasSize(12);
        assertThat(requests).filteredOn("POST /products/SHOP/customers"::equals).hasSize(6);
        assertThat(requests).filteredOn("POST /products/SHOP/feedback"::equals).hasSize(8);
        assertThat(requests).filteredOn(line -> line.endsWith("/links")).hasSize(8);
        assertThat(requests).filteredOn("POST /products/SHOP/teams"::equals).hasSize(2);
        assertThat(reported).containsExactly("The sample product SHOP, Corner Shop, is filled");
    }

    @Test
    void leavesAProductThatExistsAlone() {
        statusOfProduct = 409;

        sample().fill();

        assertThat(requests).containsExactly("POST /products");
        assertThat(reported).containsExactly("The sample product SHOP is there already");
    }

    private Sample sample() {
        var mint = new TokenMint("http://issuer", SigningKey.generate());
        return new Sample(
                new GatewayClient("http://127.0.0.1:" + gateway.getAddress().getPort(), mint),
                reported::add);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(line);
            exchange.getRequestBody().readAllBytes();
            // The team is asked for once too early: its service does not know the product yet.
            var early = line.endsWith("/teams") && --behind > 0;
            var status = early ? 404 : line.equals("POST /products") ? statusOfProduct : 201;
            var body = early ? "{\"code\":\"not-yet-visible\"}" : "{\"id\":\"i1\"}";
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
