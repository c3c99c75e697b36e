package dev.steward.platform.web.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.web.problem.InvalidFields;
import dev.steward.platform.web.problem.UnreadableJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.LinkedHashSet;
import java.util.Set;

/// RFC 7396 over records: the current fields as JSON, the patch over them, the result bound and
/// validated as if it had been sent whole. So unknown fields are refused and `null` deletes.
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /// @throws Invalid when the result breaks a constraint of the record
    /// @throws Unreadable when the patch has a field that the record lacks, or a wrong type
    public <T extends Record> T apply(ObjectNode patch, T current) {
        try {
            ObjectNode merged = json.valueToTree(current);
            merge(merged, patch);
            @SuppressWarnings("unchecked")
            var type = (Class<T>) current.getClass();
            var result = json.treeToValue(merged, type);
            var violations = validator.validate(result);
            if (!violations.isEmpty()) {
                throw InvalidFields.of(violations);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw UnreadableJson.of(e);
        }
    }

    /// The names of the fields that the patch sets or deletes.
    public static Set<String> fields(ObjectNode patch) {
        Set<String> names = new LinkedHashSet<>();
        patch.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties()
                .forEach(field -> {
                    if (field.getValue() instanceof ObjectNode inner
                            && target.get(field.getKey()) instanceof ObjectNode outer) {
                        merge(outer, inner);
                    } else {
                        target.set(field.getKey(), field.getValue());
                    }
                });
    }
}
