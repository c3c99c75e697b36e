package dev.steward.backlog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductTest {

    private final Product product =
            new Product(
                    UUID.randomUUID(),
                    "SHOP",
                    new ProductFields("Shop", "Where people buy"),
                    Instant.parse("2026-01-15T09:30:00Z"));

    @Test
    void isActiveFromTheStart() {
        assertThat(product.created().state().status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(product.created().version()).isOne();
    }

    @Test
    void namesTheFieldsThatAnUpdateChanged() {
        var edited = product.update(new ProductFields("Shop", null)).orElseThrow();
        assertThat(edited.changes().fields()).containsOnlyKeys("description");
        assertThat(edited.version()).isEqualTo(2);
    }

    @Test
    void theSameFieldsAreNoEvent() {
        assertThat(product.update(product.fields())).isEmpty();
        assertThat(product.version()).isOne();
    }
}
