package dev.steward.feedback.contact;

import dev.steward.feedback.source.Sources;
import dev.steward.feedback.source.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Tells on behalf of which source somebody comes: people of the product's built-in one.
@ApplicationScoped
public class Senders {

    private final Sources sources;

    Senders(Sources sources) {
        this.sources = sources;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Sender of(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Key key -> new Sender(key.source(), key);
            case Visitor.Member member -> new Sender(sources.direct(member.productId()), member);
        };
    }
}
