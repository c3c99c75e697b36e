package dev.steward.system.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One of the four, as its own settings describe it.
record Application(String name, Properties settings) {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    /// Those that Quarkus itself maps from the environment, whether or not the settings name them.
    private static final Set<String> OF_QUARKUS =
            Set.of(
                    "QUARKUS_HTTP_HOST",
                    "QUARKUS_HTTP_PORT",
                    "QUARKUS_MANAGEMENT_HOST",
                    "QUARKUS_MANAGEMENT_PORT");

    static List<Application> services() {
        return List.of(
                named("backlog-service"), named("sprint-service"), named("feedback-service"));
    }

    static List<Application> all() {
        return List.of(
                named("gateway"),
                named("backlog-service"),
                named("sprint-service"),
                named("feedback-service"));
    }

    static Application named(String name) {
        var settings = new Properties();
        try {
            settings.load(
                    new StringReader(
                            Repository.text(name + "/src/main/resources/application.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Application(name, settings);
    }

    /// `backlog` of backlog-service: its database, and the word in its topic.
    String publisher() {
        return name.replace("-service", "");
    }

    int port() {
        return Integer.parseInt(whenNothingIsSet("quarkus.http.port"));
    }

    int managementPort() {
        return Integer.parseInt(whenNothingIsSet("quarkus.management.port"));
    }

    /// The environment variables that mean something to it.
    Set<String> variables() {
        var variables = new TreeSet<>(OF_QUARKUS);
        settings.stringPropertyNames()
                .forEach(key ->
                        VARIABLE.matcher(settings.getProperty(key))
                                .results()
                                .forEach(found -> variables.add(found.group(1))));
        return variables;
    }

    String whenNothingIsSet(String key) {
        return VARIABLE.matcher(settings.getProperty(key))
                .replaceAll(found -> Optional.ofNullable(found.group(2)).orElse(""));
    }

    @Override
    public String toString() {
        return name;
    }
}
