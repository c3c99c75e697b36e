package dev.steward.sprint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/// Writes and reads JSON columns with a mapper of their own: the mapper for requests refuses
/// unknown fields, but a row must stay readable when a field of its document is removed from the
/// code.
@JsonFormat
@PersistenceUnitExtension
@ApplicationScoped
class StoredJson implements FormatMapper {

    private final FormatMapper jackson =
            new JacksonJsonFormatMapper(
                    JsonMapper.builder()
                            .addModule(new JavaTimeModule())
                            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .build());

    @Override
    public <T> T fromString(CharSequence document, JavaType<T> type, WrapperOptions options) {
        return jackson.fromString(document, type, options);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return jackson.toString(value, type, options);
    }
}
