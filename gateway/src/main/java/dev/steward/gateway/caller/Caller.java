package dev.steward.gateway.caller;

/// Who calls.
public sealed interface Caller {

    /// Names the caller in limits and memories.
    String key();

    /// A person or machine whose token was verified.
    record Subject(String subject) implements Caller {
        @Override
        public String key() {
            return "subject:" + subject;
        }
    }

    /// A feedback source. Only feedback-service can verify its key: here it is a claim.
    ///
    /// @param fingerprint of the whole key, so that whoever knows a key's id cannot use up its
    ///   limit
    record SourceKey(String fingerprint) implements Caller {
        @Override
        public String key() {
            return "key:" + fingerprint;
        }
    }

    /// Nobody in particular, from this network address.
    record Address(String address) implements Caller {
        @Override
        public String key() {
            return "address:" + address;
        }
    }

    /// Whether the gateway has proof.
    default boolean verified() {
        return this instanceof Subject;
    }
}
