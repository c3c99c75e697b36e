package dev.steward.platform.web.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An entity tag as RFC 9110 writes it, of this API or not.
///
/// @param opaque what stands between the quotes, without the suffix of a proxy that compressed it
/// @param version of a tag of ours the part before its dash, otherwise null
record EntityTag(String opaque, boolean weak, @Nullable Long version) {

    private static final Pattern ONE =
            Pattern.compile("\\G[\\s,]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?=,|$)");

    /// Not in quotes, as some clients write it.
    private static final Pattern BARE = Pattern.compile("\\d{1,18}(?:-[0-9a-f]{1,32})?");

    private static final Pattern OURS = Pattern.compile("(\\d{1,18})(?:-[0-9a-f]{1,32})?");
    private static final Pattern COMPRESSED = Pattern.compile("[-;]+(?:gzip|br|deflate|zstd)$");

    static EntityTag of(String opaque, boolean weak) {
        var plain = COMPRESSED.matcher(opaque).replaceFirst("");
        var ours = OURS.matcher(plain);
        return new EntityTag(plain, weak, ours.matches() ? Long.valueOf(ours.group(1)) : null);
    }

    /// The tags of a header; empty where it is none.
    static Optional<List<EntityTag>> list(String header) {
        var text = header.strip();
        if (BARE.matcher(text).matches()) {
            return Optional.of(List.of(of(text, false)));
        }
        List<EntityTag> tags = new ArrayList<>();
        var tag = ONE.matcher(text);
        int end = 0;
        while (tag.find()) {
            tags.add(of(tag.group(2), tag.group(1) != null));
            end = tag.end();
        }
        var rest = text.substring(end).replace(",", "").strip();
        return tags.isEmpty() || !rest.isEmpty() ? Optional.empty() : Optional.of(tags);
    }
}
