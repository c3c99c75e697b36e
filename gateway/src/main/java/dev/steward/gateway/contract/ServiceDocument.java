package dev.steward.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// An OpenAPI document and the service that answers its operations.
record ServiceDocument(String service, ObjectNode document) {}
