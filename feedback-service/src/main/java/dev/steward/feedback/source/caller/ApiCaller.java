package dev.steward.feedback.source.caller;

import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.SourceSummary;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.store.EventContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The caller of an operation that members and source keys may use.
public sealed interface ApiCaller {

    UUID productId();

    EventContext by();

    /// @throws dev.steward.platform.access.MissingRight for a member
    /// @throws MissingScope for a key
    void require(Right right, Scope scope);

    boolean may(Right right);

    boolean mayRead(Right right);

    /// @param name from the token; null when the token has none, as is `email`
    record Member(Grant grant, @Nullable String name, @Nullable String email) implements ApiCaller {

        public String subject() {
            return grant.by().actor();
        }

        @Override
        public UUID productId() {
            return grant.productId();
        }

        @Override
        public EventContext by() {
            return grant.by();
        }

        @Override
        public void require(Right right, Scope scope) {
            grant.require(right);
        }

        @Override
        public boolean may(Right right) {
            return grant.may(right);
        }

        @Override
        public boolean mayRead(Right right) {
            return grant.mayRead(right);
        }
    }

    /// @param keyId id of the key; a source may have two keys
    record Key(SourceSummary source, UUID keyId, EventContext by) implements ApiCaller {

        public boolean has(Scope scope) {
            return source.scopes().contains(scope);
        }

        @Override
        public UUID productId() {
            return source.productId();
        }

        @Override
        public void require(Right right, Scope scope) {
            if (!has(scope)) {
                throw new MissingScope(scope);
            }
        }

        /// A source key has scopes, no rights.
        @Override
        public boolean may(Right right) {
            return false;
        }

        @Override
        public boolean mayRead(Right right) {
            return false;
        }
    }
}
