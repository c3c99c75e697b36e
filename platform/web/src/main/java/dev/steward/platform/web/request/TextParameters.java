package dev.steward.platform.web.request;

import dev.steward.platform.web.value.PlainText;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// Normalises the text of query parameters as that of bodies: a filter finds what was stored.
@Provider
public class TextParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        return type == String.class ? (ParamConverter<T>) new Cleaned() : null;
    }

    private static final class Cleaned implements ParamConverter<String> {

        @Override
        public @Nullable String fromString(@Nullable String text) {
            return text == null ? null : PlainText.clean(text);
        }

        @Override
        public String toString(String text) {
            return text;
        }
    }
}
