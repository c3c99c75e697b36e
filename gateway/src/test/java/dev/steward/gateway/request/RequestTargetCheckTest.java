package dev.steward.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/items",
                "/api/v1/items/SHOP-142",
                "/api/v1/products/SHOP/members/auth0%7Colivia",
                "/api/v1/products/SHOP/members/olivia@example.org",
                "/api/v1/products/SHOP/items?q=%2e%2e%2f;a//b&sort=-score",
                "/api/v1/products/SHOP/members/Ren%C3%A9",
                "/api/v1/items.csv",
                "/api/v1/..items"
            })
    void acceptsPlainPaths(String target) {
        assertThat(RequestTargetCheck.findProblem(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "http://elsewhere/api/v1/items",
                "//elsewhere/api",
                "/api//v1/items",
                "/api/v1/items;v=1",
                "/api/v1/items\\..",
                "/api/v1/./items",
                "/api/v1/../items",
                "/api/v1/items/..",
                "/api/v1/%2e%2e/items",
                "/api/v1/%2E/items",
                "/api/v1/a%2fb",
                "/api/v1/a%2Fb",
                "/api/v1/a%5cb",
                "/api/v1/a%5Cb",
                "/api/v1/a%3bb",
                "/api/v1/a%3Bb",
                "/api/v1/a%00",
                "/api/v1/a%0d%0aSet-Cookie:x",
                "/api/v1/a%7f",
                "/api/v1/a%zz",
                "/api/v1/a%2",
                "/api/v1/a#b",
                "/api/v1/a\tb",
                "/api/v1/Ren\u00e9",
                "/api/v1/{item}",
                "/api/v1/items?a=\u0001",
                "/api/v1/items?a#b"
            })
    void refusesWhatServersDisagreeAbout(String target) {
        assertThat(RequestTargetCheck.findProblem(target)).isPresent();
    }
}
