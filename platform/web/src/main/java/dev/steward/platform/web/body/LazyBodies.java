package dev.steward.platform.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/// Hands a [Body] to a resource without touching what the caller sends.
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class LazyBodies implements MessageBodyReader<Body<?>> {

    private final ObjectMapper mapper;
    private final ObjectMapper ofTrees;
    private final Validator validator;
    private final CheckedRights rights;

    LazyBodies(ObjectMapper mapper, Validator validator, CheckedRights rights) {
        this.mapper = mapper;
        this.ofTrees = StrictJson.ofTrees(mapper);
        this.validator = validator;
        this.rights = rights;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public Body<?> readFrom(
            Class<Body<?>> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream json) {
        if (!(generic instanceof ParameterizedType body)) {
            throw new IllegalStateException("a body says what it is: Body<NewItem>");
        }
        var content = mapper.constructType(body.getActualTypeArguments()[0]);
        var reading = content.isTypeOrSubTypeOf(JsonNode.class) ? ofTrees : mapper;
        return new Body<>(json, new BodyReader<>(content, reading, validator), rights);
    }
}
