package dev.steward.feedback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.identity.ExternalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final UUID PRODUCT = UuidCreator.getTimeOrderedEpoch();
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    @Test
    void keepsWhatASyncLeavesOut() {
        var customer = northwind();
        var before = customer.weight();
        assertThat(customer.update(fields(null, null))).isEmpty();
        assertThat(customer.weight()).isEqualTo(before);
        assertThat(customer.version()).isEqualTo(1);
    }

    @Test
    void roundsTheRevenueToCents() {
        assertThat(northwind().annualRevenue()).isEqualTo("1200.57");
    }

    @Test
    void revenueAndSegmentNeverLeave() {
        var customer = northwind();
        var before = customer.weight();
        var edited = customer.update(fields("SMB", new BigDecimal(7))).orElseThrow();
        assertThat(customer.weight()).isNotEqualTo(before);
        assertThat(edited.changes().isEmpty()).isTrue();
        assertThat(edited.state()).isEqualTo(new CustomerEvent.State(customer.id(), PRODUCT, true));
    }

    @Test
    void isConfirmedByWhoeverDescribesIt() {
        var named = new CustomerInput(new ExternalId("crm", "4711"), null);
        var customer = Customer.unconfirmed(PRODUCT, named, NOW);
        assertThat(customer.name()).isEqualTo("4711");
        var edited = customer.update(fields(null, null)).orElseThrow();
        assertThat(edited.changes().fields()).containsOnlyKeys("confirmed");
        assertThat(edited.aggregate().version()).isEqualTo(2);
        assertThat(customer.externalIds()).isEqualTo(Map.of("crm", "4711", "erp", "n1"));
    }

    private static Customer northwind() {
        return Customer.create(PRODUCT, fields("Enterprise", new BigDecimal("1200.565")), NOW);
    }

    private static NewCustomer fields(@Nullable String segment, @Nullable BigDecimal revenue) {
        return new NewCustomer(
                "Northwind", segment, revenue, Map.of("erp", "n1"), Set.of("northwind.example"));
    }
}
