package dev.steward.feedback.contact;

import dev.steward.feedback.customer.Companies;
import dev.steward.feedback.customer.NamedCompany;
import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.identity.Registration;
import dev.steward.feedback.source.Source;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the people whom an intake mentions, and enters those who are new; any number of them in
/// the same few statements.
@ApplicationScoped
public class ContactBook {

    /// @param moved those who speak for another company than before
    public record Identified(Map<ExternalId, UUID> ids, Set<UUID> moved) {

        public UUID of(Mention mention) {
            return Objects.requireNonNull(
                    ids.get(mention.id()), "everybody mentioned was identified");
        }
    }

    private final Contacts contacts;
    private final Companies companies;
    private final Registration registration;
    private final EventRecord events;
    private final Clock clock;

    ContactBook(
            Contacts contacts,
            Companies companies,
            Registration registration,
            EventRecord events,
            Clock clock) {
        this.contacts = contacts;
        this.companies = companies;
        this.registration = registration;
        this.events = events;
        this.clock = clock;
    }

    /// Takes the registration lock when somebody, or a company, would have to be made or to get
    /// another external id. Call it before locking any row.
    @Transactional(Transactional.TxType.MANDATORY)
    public void registerIfUnknown(UUID productId, Collection<Mention> mentions) {
        var ids = mentions.stream().map(Mention::id).collect(Collectors.toSet());
        var named =
                companiesOf(mentions).stream().map(NamedCompany::id).collect(Collectors.toSet());
        var allKnown =
                contacts.byExternalId(productId, ids).size() == ids.size()
                        && companies.knowsAll(productId, named);
        if (!allKnown) {
            registration.enter(productId);
        }
    }

    /// The companies that the sender may not name. Feedback is no way round the right to make
    /// customers: without it only known ones are named, and by who may read customers. A key speaks
    /// for a system that knows its companies.
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<ExternalId> notToBeNamed(Sender sender, Collection<Mention> mentions) {
        var named =
                companiesOf(mentions).stream().map(NamedCompany::id).collect(Collectors.toSet());
        return switch (sender.visitor()) {
            case Visitor.Key _ -> Set.of();
            case Visitor.Member _ when named.isEmpty() -> Set.of();
            case Visitor.Member member when member.may(Right.CUSTOMERS) -> Set.of();
            case Visitor.Member member when member.mayRead(Right.CUSTOMERS) ->
                    companies.unknown(sender.productId(), named);
            case Visitor.Member _ -> named;
        };
    }

    /// Finds everybody; makes whom nobody knows. Where that may happen, call it under the
    /// registration lock.
    @Transactional(Transactional.TxType.MANDATORY)
    public Identified identify(Sender sender, Collection<Mention> mentions) {
        if (mentions.isEmpty()) {
            return new Identified(Map.of(), Set.of());
        }
        var productId = sender.productId();
        var named = companies.identify(productId, companiesOf(mentions), sender.by());
        var byDomain = companies.byDomain(productId, present(mentions, Mention::domain));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var introduction = new Introduction(sender, known(sender.source(), mentions), now);
        for (var mention : mentions) {
            var company = mention.company() == null ? null : named.get(mention.company().id());
            introduction.meet(mention, company, mention.domain().map(byDomain::get).orElse(null));
        }
        keep(productId, introduction, sender.by());
        return new Identified(introduction.ids(), introduction.moved());
    }

    /// Keeps the people of an entry, and their companies, as they are until the transaction ends:
    /// their voices are about to count somewhere else.
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdVoices(UUID feedback) {
        companies.hold(contacts.holdVoices(feedback));
    }

    private Introduction.Known known(Source source, Collection<Mention> mentions) {
        var productId = source.productId();
        var ids =
                contacts.byExternalId(
                        productId,
                        mentions.stream().flatMap(Mention::ids).collect(Collectors.toSet()));
        var addresses =
                source.emailsVerified()
                        ? contacts.byAddress(productId, present(mentions, Mention::address))
                        : Map.<EmailAddress, UUID>of();
        var all = new HashSet<>(ids.values());
        all.addAll(addresses.values());
        return new Introduction.Known(ids, addresses, contacts.lock(all));
    }

    private void keep(UUID productId, Introduction introduction, Provenance by) {
        if (!introduction.changed().isEmpty()) {
            contacts.save(introduction.changed().values());
        }
        if (!introduction.newIds().isEmpty()) {
            contacts.saveIds(productId, introduction.newIds());
        }
        companies.hold(introduction.ids().values());
        events.append(by, introduction.events());
    }

    private static List<NamedCompany> companiesOf(Collection<Mention> mentions) {
        return mentions.stream()
                .flatMap(mention -> Optional.ofNullable(mention.company()).stream())
                .toList();
    }

    private static <T> Set<T> present(
            Collection<Mention> mentions, Function<Mention, Optional<T>> part) {
        return mentions.stream()
                .flatMap(mention -> part.apply(mention).stream())
                .collect(Collectors.toSet());
    }
}
