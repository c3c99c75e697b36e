package dev.steward.gateway.caller;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/// Who sends a request.
public sealed interface Caller {

    /// Identifies the caller in limits and caches.
    String key();

    /// A person or machine whose token was verified.
    record Subject(String subject) implements Caller {
        @Override
        public String key() {
            return "subject:" + subject;
        }
    }

    /// A feedback source. Its key is not verified here: only feedback-service can do that.
    ///
    /// @param fingerprint hash of the whole key, so that knowing the id of a key is not enough to
    ///   use up its limit
    record SourceKey(String fingerprint) implements Caller {
        @Override
        public String key() {
            return "key:" + fingerprint;
        }
    }

    /// An anonymous caller at this network address.
    record Address(String address) implements Caller {

        private static final int NETWORK_BYTES = 8;

        /// The first 64 bits of an IPv6 address, which a household or an office has for itself.
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

    /// A caller at this address whose source key has not been accepted by feedback-service yet.
    record UnknownKey(Address from) implements Caller {
        @Override
        public String key() {
            return "unknown-keys:" + from.key();
        }
    }

    /// Whether the gateway has verified the identity.
    default boolean verified() {
        return this instanceof Subject;
    }
}
