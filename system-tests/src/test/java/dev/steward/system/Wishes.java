package dev.steward.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What customers ask for, and who: a hand-made twin of real requests, small enough to know by
/// heart. Some ask more than once, some have no address.
enum Wishes {
    GIFT_CARDS("ann", "bob", "cyd"),
    DARK_MODE("bob", "cyd", "dee"),
    SEARCH_BY_TAG("eli"),
    EXPORT_AS_CSV("fay", "ann", "gus"),
    KEYBOARD_SHORTCUTS("hal", "ann"),
    UNDO_SEND("ivy", "joe");

    private static final Set<String> WITHOUT_ADDRESS = Set.of("cyd", "gus");

    private final String author;
    private final List<String> voters;

    Wishes(String author, String... voters) {
        this.author = author;
        this.voters = List.of(voters);
    }

    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Set<String> people() {
        var people = new TreeSet<>(voters);
        people.add(author);
        return people;
    }

    static Set<String> peopleOf(Collection<Wishes> wishes) {
        var people = new TreeSet<String>();
        wishes.forEach(wish -> people.addAll(wish.people()));
        return people;
    }

    /// @param domain of the addresses, which tells the people of one journey from those of another
    static String address(String person, String domain) {
        return person + "@" + domain;
    }

    static Set<String> addressesOf(Collection<Wishes> wishes, String domain) {
        var addresses = new TreeSet<String>();
        peopleOf(wishes).stream()
                .filter(person -> !WITHOUT_ADDRESS.contains(person))
                .forEach(person -> addresses.add(address(person, domain)));
        return addresses;
    }

    /// As an integration sends it.
    Map<String, Object> entry(String domain) {
        return Map.of(
                "externalId",
                name(),
                "title",
                title(),
                "text",
                "Please: " + title() + ".",
                "contact",
                contact(author, domain),
                "votes",
                voters.stream().map(voter -> Map.of("voter", contact(voter, domain))).toList());
    }

    static List<Map<String, Object>> entries(String domain) {
        return Stream.of(values()).map(wish -> wish.entry(domain)).toList();
    }

    private static Map<String, Object> contact(String person, String domain) {
        return WITHOUT_ADDRESS.contains(person)
                ? Map.of("externalId", person, "name", person)
                : Map.of("externalId", person, "name", person, "email", address(person, domain));
    }

    /// A backlog of the old tool: as many rows, sizes 1, 3, 5, 7 and so on.
    static String oldBacklog(int rows) {
        var lines = new ArrayList<String>();
        lines.add("Issue key,Summary,Issue Type,Story Points");
        for (int row = 1; row <= rows; row++) {
            lines.add("OLD-%1$d,Row %1$d,Story,%2$d".formatted(row, row % 4 * 2 + 1));
        }
        return String.join("\n", lines);
    }
}
