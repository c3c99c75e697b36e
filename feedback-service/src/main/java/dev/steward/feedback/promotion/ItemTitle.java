package dev.steward.feedback.promotion;

import java.util.stream.Stream;

/// What somebody said as the title of an item.
final class ItemTitle {

    static final int LONGEST = 250;

    private ItemTitle() {}

    /// The start of the first text that has words.
    ///
    /// @throws NoTitle where none has
    static String of(Stream<String> texts) {
        return texts.map(words -> words.replaceAll("(?U)[\\s\\x00-\\x20]+", " ").strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(ItemTitle::cut)
                .orElseThrow(NoTitle::new);
    }

    /// At a word, unless the last one is very long; never inside a character.
    private static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        var room = LONGEST - 1;
        var space = words.lastIndexOf(' ', room);
        var end = space > room / 2 ? space : room;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
