package dev.steward.feedback.promotion;

import java.util.stream.Stream;

/// Makes the title of an item.
final class ItemTitle {

    static final int MAX_LENGTH = 250;

    private ItemTitle() {}

    /// The beginning of the first text that is not blank.
    ///
    /// @throws TitleRequired when all are blank
    static String of(Stream<String> texts) {
        return texts.map(text -> text.replaceAll("(?U)[\\s\\x00-\\x20]+", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(ItemTitle::cut)
                .orElseThrow(TitleRequired::new);
    }

    /// Cuts at a word unless the last one is very long; never inside a character.
    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        var room = MAX_LENGTH - 1;
        var space = text.lastIndexOf(' ', room);
        var end = space > room / 2 ? space : room;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
