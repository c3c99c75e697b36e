package dev.steward.gateway.caller;

import io.netty.util.NetUtil;
import java.util.HexFormat;

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

        private static final int NETWORK_BYTES = 8;

        /// A household or an office has a whole IPv6 network (/64) to itself.
        @Override
        public String key() {
            return "address:" + (address.indexOf(':') < 0 ? address : network());
        }

        private String network() {
            var bytes = NetUtil.createByteArrayFromIpAddressString(address);
            return bytes == null
                    ? address
                    : HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
        }
    }

    /// Whoever sends source keys from this address that feedback-service has not accepted yet.
    record UnknownKey(Address from) implements Caller {
        @Override
        public String key() {
            return "unknown-keys:" + from.key();
        }
    }

    /// Whether the gateway has proof.
    default boolean verified() {
        return this instanceof Subject;
    }
}
