package dev.steward.platform.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The versions that close known holes, as the parent pom sets them: a library that brings an older
/// one along must not win unnoticed.
public final class SecurityOverrides {

    /// Prefix of the artifact's name -> the version it must have.
    private static final Map<String, String> REQUIRED =
            Map.ofEntries(
                    Map.entry("netty-codec-http", "4.1.139.Final"),
                    Map.entry("netty-handler", "4.1.139.Final"),
                    Map.entry("netty-common", "4.1.139.Final"),
                    Map.entry("vertx-core", "4.5.30"),
                    Map.entry("vertx-web", "4.5.30"),
                    Map.entry("vertx-http-proxy", "4.5.30"),
                    Map.entry("quarkus-vertx-http", "3.33.2.1"),
                    Map.entry("jackson-core", "2.21.7"),
                    Map.entry("jackson-databind", "2.21.7"),
                    Map.entry("jackson-datatype-jsr310", "2.21.7"),
                    Map.entry("jackson-dataformat-yaml", "2.21.7"),
                    Map.entry("hibernate-core", "7.2.25.Final"),
                    Map.entry("hibernate-validator", "9.1.5.Final"),
                    Map.entry("postgresql", "42.7.13"),
                    Map.entry("zstd-jni", "1.5.7-28"),
                    Map.entry("lz4-java", "1.11.4"),
                    Map.entry("snappy-java", "1.1.10.11"),
                    Map.entry("caffeine", "3.2.4"));

    private SecurityOverrides() {}

    /// What stands on this JVM's class path with another version than it must; empty is good.
    public static List<String> violations() {
        return violations(jars());
    }

    static List<String> violations(Stream<String> jars) {
        return jars.flatMap(jar ->
                        REQUIRED.entrySet().stream()
                                .filter(required -> jar.matches(required.getKey() + "-\\d.*\\.jar"))
                                .filter(required ->
                                        !jar.equals(
                                                required.getKey()
                                                        + "-"
                                                        + required.getValue()
                                                        + ".jar"))
                                .map(required -> jar + " instead of " + required.getValue()))
                .collect(Collectors.toList());
    }

    /// How many of the listed artifacts the class path has at all: a check of nothing proves
    /// nothing.
    public static long found() {
        return jars().filter(jar ->
                        REQUIRED.keySet().stream()
                                .anyMatch(name -> jar.matches(name + "-\\d.*\\.jar")))
                .count();
    }

    private static Stream<String> jars() {
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"));
    }
}
