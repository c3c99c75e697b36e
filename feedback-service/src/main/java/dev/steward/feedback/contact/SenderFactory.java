package dev.steward.feedback.contact;

import dev.steward.feedback.source.SourceKeys;
import dev.steward.feedback.source.Sources;
import dev.steward.feedback.source.caller.ApiCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Finds the source that a caller submits for: a key's own source, and for a member the built-in
/// one of the product.
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
