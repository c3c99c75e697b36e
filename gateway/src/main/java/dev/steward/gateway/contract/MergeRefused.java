package dev.steward.gateway.contract;

import java.util.List;

/// The documents contradict each other or the rules; all contradictions are named at once.
class MergeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MergeRefused(List<String> conflicts) {
        super("The OpenAPI documents cannot be merged:\n  - " + String.join("\n  - ", conflicts));
    }
}
