package dev.steward.platform.web.body;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Map;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/// `@Size` of a text counts characters as JSON Schema and PostgreSQL do, not as Java stores them:
/// an emoji is one.
@Singleton
public class CodePoints implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(OfText.class)
                .validatedBy(OfCollection.class)
                .validatedBy(OfMap.class);
        configuration.addMapping(mapping);
    }

    /// In code points.
    public static final class OfText extends Counted<CharSequence> {
        @Override
        int count(CharSequence text) {
            return Character.codePointCount(text, 0, text.length());
        }
    }

    /// In elements.
    public static final class OfCollection extends Counted<Collection<?>> {
        @Override
        int count(Collection<?> elements) {
            return elements.size();
        }
    }

    /// In entries.
    public static final class OfMap extends Counted<Map<?, ?>> {
        @Override
        int count(Map<?, ?> entries) {
            return entries.size();
        }
    }

    abstract static class Counted<T> implements ConstraintValidator<Size, T> {

        private int min;
        private int max;

        @Override
        public void initialize(Size bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int count = count(value);
            return count >= min && count <= max;
        }

        abstract int count(T value);
    }
}
