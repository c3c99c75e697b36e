package dev.steward.backlog.order;

import dev.steward.platform.web.request.EnumParameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The query parameter `include=position`: positions are counted only on request.
public final class PositionParameter {

    public static final String TEXT =
            "`position`: the position of each item. Slower the further down the items are.";

    private PositionParameter() {}

    public static boolean isIn(@Nullable String include) {
        return EnumParameter.of("include", Set.of("position"), include).contains("position");
    }
}
