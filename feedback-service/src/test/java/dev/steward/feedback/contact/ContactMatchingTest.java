package dev.steward.feedback.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.NamedContact.NamedCustomer;
import dev.steward.feedback.customer.CustomerInput;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.SourceSummary;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.messaging.store.EventContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which people are recognised as the same contact.
class ContactMatchingTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final UUID PRODUCT = UuidCreator.getTimeOrderedEpoch();

    private final SourceSummary desk = source("desk", false);
    private final SourceSummary shop = source("shop", true);

    @Test
    void isOnePersonUnderOneId() {
        var met = match(desk, nobody(), person("u1", null), person("u1", null), person("u2", null));
        assertThat(met.created()).hasSize(2);
        assertThat(met.newIds()).hasSize(2);
    }

    @Test
    void anAddressProvesNothingWhereTheSourceDoesNotSayIt() {
        var met =
                match(desk, nobody(), person("u1", "ada@x.example"), person("u2", "ada@x.example"));
        assertThat(met.created()).hasSize(2);
    }

    @Test
    void anAddressProvesWhoSomebodyIsWhereTheSourceSaysIt() {
        var met =
                match(shop, nobody(), person("u1", "Ada@X.example"), person("u2", "ada@x.example"));
        assertThat(met.created()).hasSize(1);
        assertThat(met.newIds()).as("and gives them another id").hasSize(2);
    }

    @Test
    void withoutAnIdTheAddressIsOneInItsSystemOnly() {
        var inDesk = ContactInput.of(person(null, "Ada@x.example"), desk);
        var inShop = ContactInput.of(person(null, "ada@x.example"), shop);
        assertThat(inDesk.id())
                .isEqualTo(ContactInput.of(person(null, "ada@X.example"), desk).id());
        assertThat(inDesk.id()).isNotEqualTo(inShop.id());
    }

    @Test
    void reportsWhoChangedCompany() {
        var known = contact(UuidCreator.getTimeOrderedEpoch());
        var met = new ContactMatching(key(desk), known, NOW);
        met.match(
                ContactInput.of(person("u1", null), desk), UuidCreator.getTimeOrderedEpoch(), null);
        assertThat(met.changedCustomer()).hasSize(1);
    }

    @Test
    void aDomainDecidesNothingForWhoHasACompany() {
        var known = contact(UuidCreator.getTimeOrderedEpoch());
        var met = new ContactMatching(key(desk), known, NOW);
        met.match(
                ContactInput.of(person("u1", null), desk), null, UuidCreator.getTimeOrderedEpoch());
        assertThat(met.events()).isEmpty();
    }

    @Test
    void namesACompanyInTheSourcesOwnSystem() {
        var named = new NamedContact("u1", null, null, "4711", new NamedCustomer("Northwind"));
        assertThat(ContactInput.of(named, desk).company())
                .isEqualTo(new CustomerInput(new ExternalId("desk", "4711"), "Northwind"));
    }

    private ContactMatching match(
            SourceSummary source, ContactMatching.KnownContacts known, NamedContact... people) {
        var matching = new ContactMatching(key(source), known, NOW);
        for (var person : people) {
            matching.match(ContactInput.of(person, source), null, null);
        }
        return matching;
    }

    private ContactMatching.KnownContacts contact(UUID company) {
        var contact = new Contact(PRODUCT, ContactInput.of(person("u1", null), desk), company, NOW);
        return new ContactMatching.KnownContacts(
                Map.of(ContactInput.of(person("u1", null), desk).id(), contact.id()),
                Map.of(),
                List.of(contact));
    }

    private static ContactMatching.KnownContacts nobody() {
        return new ContactMatching.KnownContacts(Map.of(), Map.of(), List.of());
    }

    private static NamedContact person(@Nullable String id, @Nullable String email) {
        return new NamedContact(id, null, email, null, null);
    }

    private static Sender key(SourceSummary source) {
        return new Sender(
                source, new ApiCaller.Key(source, UUID.randomUUID(), EventContext.system("test")));
    }

    private static SourceSummary source(String system, boolean emailsVerified) {
        return new SourceSummary(
                UuidCreator.getTimeOrderedEpoch(),
                PRODUCT,
                system,
                List.of(Scope.values()),
                emailsVerified);
    }
}
