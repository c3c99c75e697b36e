package dev.steward.feedback.contact;

import dev.steward.feedback.source.ApiCaller;
import dev.steward.feedback.source.SourceKeys;
import dev.steward.feedback.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Tells on behalf of which source somebody comes: people of the product's built-in one.
@ApplicationScoped
public class SenderFactory {

    private final Sources sources;
    private final SourceKeys keys;

    SenderFactory(Sources sources, SourceKeys keys) {
        this.sources = sources;
        this.keys = keys;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Sender create(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Key key -> {
                keys.requireLive(key.keyId());
                yield new Sender(key.source(), key);
            }
            case ApiCaller.Member member -> new Sender(sources.direct(member.productId()), member);
        };
    }
}
