package dev.steward.backlog.item;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a list of items may be asked for.
public class ItemListQuery {

    private static final Set<ItemStatus> OPEN =
            EnumSet.complementOf(EnumSet.of(ItemStatus.DROPPED));

    @QueryParam("sort")
    @DefaultValue("rank")
    @Parameter(description = "`rank`, `-score`, `createdAt`, `-createdAt`, `number`, `-number`.")
    public String sort = "rank";

    @QueryParam("status")
    @Parameter(
            description = "Any of these, comma separated; without it, all but DROPPED.",
            example = "READY,REFINING")
    public @Nullable String status;

    @QueryParam("type")
    @Parameter(description = "Any of these, comma separated.", example = "STORY,BUG")
    public @Nullable String type;

    @QueryParam("label")
    @Size(max = 1_000)
    @Pattern(regexp = "[^\\x00]*")
    @Parameter(description = "Any of these, comma separated.", example = "checkout")
    public @Nullable String label;

    @QueryParam("include")
    @Parameter(description = "`description` in each row, `total` of all pages; comma separated.")
    public @Nullable String include;

    ItemSort sort() {
        return ItemSort.named(sort)
                .orElseThrow(() -> wrong("sort", "Not a documented sort: " + sort + "."));
    }

    ItemFilter filter() {
        var statuses = oneOf("status", ItemStatus.class, status);
        return new ItemFilter(
                statuses.isEmpty() ? OPEN : statuses,
                oneOf("type", ItemType.class, type),
                new TreeSet<>(split(label)));
    }

    boolean includes(String part) {
        var asked = split(include);
        var unknown = new LinkedHashSet<>(asked);
        unknown.removeAll(Set.of("description", "total"));
        if (!unknown.isEmpty()) {
            throw wrong("include", "Nothing to include: " + unknown + ".");
        }
        return asked.contains(part);
    }

    private static <E extends Enum<E>> Set<E> oneOf(
            String parameter, Class<E> type, @Nullable String values) {
        var known = EnumSet.noneOf(type);
        for (var value : split(values)) {
            try {
                known.add(Enum.valueOf(type, value));
            } catch (IllegalArgumentException unknown) {
                throw wrong(parameter, "Not one of " + EnumSet.allOf(type) + ": " + value + ".");
            }
        }
        return known;
    }

    private static Set<String> split(@Nullable String values) {
        return values == null || values.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(values.split(",", -1)));
    }

    private static Invalid wrong(String parameter, String message) {
        return new Invalid(FieldError.parameter(parameter, "one-of", message));
    }
}
