package dev.steward.feedback.contact;

import dev.steward.feedback.source.SourceKeys;
import dev.steward.feedback.source.Sources;
import dev.steward.feedback.source.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Tells on behalf of which source somebody comes: people of the product's built-in one.
@ApplicationScoped
public class Senders {

    private final Sources sources;
    private final SourceKeys keys;

    Senders(Sources sources, SourceKeys keys) {
        this.sources = sources;
        this.keys = keys;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Sender of(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Key key -> {
                keys.requireLive(key.keyId());
                yield new Sender(key.source(), key);
            }
            case Visitor.Member member -> new Sender(sources.direct(member.productId()), member);
        };
    }
}
