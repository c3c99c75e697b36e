package dev.steward.platform.web.body;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.steward.platform.web.value.StrictDeserializers;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/// Refuses JSON that is probably a mistake, so that the client learns of it: unknown fields,
/// duplicate keys, values of another type, null among the elements of a list, and nesting deeper
/// than 64.
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int MAX_NESTING = 64;

    /// A token costs up to a hundred times the bytes that it is sent with (`[],[],`): a tree of
    /// that many takes about 10 MB. The largest batch (5,000 votes) has half of it.
    private static final int MAX_TOKENS = 200_000;

    /// Of what becomes a tree whatever is in it (a merge patch): one aggregate has not 2,000.
    private static final int MAX_TOKENS_OF_A_TREE = 10_000;

    /// Characters. No text, name or number of the API comes near.
    private static final int MAX_TEXT = 1024 * 1024;

    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;

    /// What is not a text in JSON.
    private static final Set<CoercionInputShape> NO_TEXT =
            EnumSet.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean);

    private static final Set<CoercionInputShape> TEXT =
            EnumSet.of(CoercionInputShape.String, CoercionInputShape.EmptyString);

    /// After those of the framework: its dates also take arrays and numbers.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /// The same for what is read as a tree.
    static ObjectMapper ofTrees(ObjectMapper mapper) {
        var factory = mapper.getFactory().copy();
        factory.setStreamReadConstraints(constraints(MAX_TOKENS_OF_A_TREE));
        return mapper.copyWith(factory);
    }

    private static StreamReadConstraints constraints(int tokens) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxTokenCount(tokens)
                .maxStringLength(MAX_TEXT)
                .maxNameLength(MAX_NAME)
                .maxNumberLength(MAX_NUMBER)
                .build();
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(constraints(MAX_TOKENS))
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.registerModule(new StrictDeserializers());
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        refuseCoercions(mapper);
    }

    private static void refuseCoercions(ObjectMapper mapper) {
        for (var type : LogicalType.values()) {
            if (type != LogicalType.Textual) {
                refuse(mapper, type, EnumSet.of(CoercionInputShape.EmptyString));
            }
        }
        refuse(mapper, LogicalType.Textual, NO_TEXT);
        refuse(mapper, LogicalType.Enum, NO_TEXT);
        refuse(mapper, LogicalType.Boolean, TEXT);
        refuse(
                mapper,
                LogicalType.Boolean,
                EnumSet.of(CoercionInputShape.Integer, CoercionInputShape.Float));
        for (var number : Set.of(LogicalType.Integer, LogicalType.Float)) {
            refuse(mapper, number, TEXT);
            refuse(mapper, number, EnumSet.of(CoercionInputShape.Boolean));
        }
    }

    private static void refuse(
            ObjectMapper mapper, LogicalType type, Set<CoercionInputShape> shapes) {
        shapes.forEach(
                shape -> mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
    }
}
