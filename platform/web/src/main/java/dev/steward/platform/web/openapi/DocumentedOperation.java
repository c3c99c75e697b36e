package dev.steward.platform.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// An operation of the document, and what follows from its form.
record DocumentedOperation(String path, HttpMethod method, Operation operation) {

    boolean isRead() {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    boolean isPost() {
        return method == HttpMethod.POST;
    }

    /// It concerns something that may be hidden or forbidden, not just the caller.
    boolean namesAResource() {
        return path.contains("{");
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean isSecured() {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    boolean hasParameter(String name) {
        return parameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    boolean hasQuery() {
        return parameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    List<Parameter> parameters() {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
