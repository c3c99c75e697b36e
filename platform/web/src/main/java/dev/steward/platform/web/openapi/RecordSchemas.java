package dev.steward.platform.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/// Marks properties in the schemas by what the records say: a component that is not `@Nullable` is
/// always there, one that is may be null. In a merge patch, null deletes. So a generated client
/// knows what it must check.
final class RecordSchemas {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);

    private final IndexView index;
    private final Map<String, Schema> schemas;

    RecordSchemas(IndexView index, OpenAPI document) {
        this.index = index;
        this.schemas = document.getComponents().getSchemas();
    }

    void complete(OpenAPI document) {
        var bodies = new BodySchemas(document);
        var asked = bodies.ofRequests();
        var patches = bodies.ofPatches();
        var answered = bodies.ofAnswers();
        records()
                .forEach((name, type) -> {
                    var schema = schemas.get(name);
                    if (schema == null || schema.getProperties() == null) {
                        return;
                    }
                    keepComponentsOnly(schema, type);
                    if (patches.contains(name)) {
                        type.recordComponents().forEach(component -> allowNull(schema, component));
                    } else if (answered.contains(name) && asked.contains(name)) {
                        // Answers leave nothing out; what requests need, the record itself says.
                        type.recordComponents().forEach(component -> allowNull(schema, component));
                    } else if (answered.contains(name)) {
                        type.recordComponents()
                                .forEach(component -> require(schema, component, type));
                    }
                });
    }

    /// By schema. An aggregate, or a record inside the platform, may bear the name that a view
    /// gives its schema: the one with its properties is meant, a named one before others.
    private Map<String, ClassInfo> records() {
        Map<String, ClassInfo> records = new HashMap<>();
        for (var type : index.getKnownClasses()) {
            if (type.isRecord() && mayBe(type, schemas.get(nameOf(type)))) {
                records.merge(nameOf(type), type, (one, other) -> isNamed(other) ? other : one);
            }
        }
        return records;
    }

    /// A schema may have more properties than its record has components (questions that it
    /// answers), never fewer.
    private static boolean mayBe(ClassInfo type, @Nullable Schema schema) {
        return schema != null
                && schema.getProperties() != null
                && type.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .allMatch(schema.getProperties()::containsKey);
    }

    private static String nameOf(ClassInfo type) {
        return isNamed(type)
                ? type.declaredAnnotation(SCHEMA).value("name").asString()
                : type.simpleName();
    }

    private static boolean isNamed(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null;
    }

    /// A question that a record answers (`isEmpty`) is no field of it.
    private static void keepComponentsOnly(Schema schema, ClassInfo type) {
        Set<String> names = new HashSet<>();
        type.recordComponents().forEach(component -> names.add(component.name()));
        List.copyOf(schema.getProperties().keySet()).stream()
                .filter(property -> !names.contains(property))
                .forEach(schema::removeProperty);
    }

    private static void require(Schema schema, RecordComponentInfo component, ClassInfo type) {
        if (!schema.getProperties().containsKey(component.name())) {
            return;
        }
        var inclusion = inclusion(component, type);
        if (inclusion != JsonInclude.Include.ALWAYS) {
            // What is left out when it is null or empty is never null.
            if (inclusion == JsonInclude.Include.NON_NULL && !isNullable(component)) {
                addRequired(schema, component.name());
            }
            return;
        }
        addRequired(schema, component.name());
        allowNull(schema, component);
    }

    private static void addRequired(Schema schema, String name) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static void allowNull(Schema schema, RecordComponentInfo component) {
        var property = schema.getProperties().get(component.name());
        if (property != null && isNullable(component)) {
            schema.addProperty(component.name(), nullable(property));
        }
    }

    private static Schema nullable(Schema property) {
        if (property.getRef() != null) {
            var nothing = OASFactory.createSchema().addType(SchemaType.NULL);
            var reference = OASFactory.createSchema().ref(property.getRef());
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .addAnyOf(reference)
                    .addAnyOf(nothing);
        }
        if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            var types = new ArrayList<>(property.getType());
            types.add(SchemaType.NULL);
            property.setType(types);
        }
        return property;
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    private static JsonInclude.Include inclusion(RecordComponentInfo component, ClassInfo type) {
        // Written at a component, it goes to the field: Jackson's annotation knows no components.
        var field = type.field(component.name());
        var own = field == null ? null : field.annotation(JSON_INCLUDE);
        return includeOf(own != null ? own : type.declaredAnnotation(JSON_INCLUDE));
    }

    private static JsonInclude.Include includeOf(@Nullable AnnotationInstance annotation) {
        return annotation == null || annotation.value() == null
                ? JsonInclude.Include.ALWAYS
                : JsonInclude.Include.valueOf(annotation.value().asEnum());
    }
}
