package dev.steward.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The build that this JVM is a part of.
public final class Build {

    private Build() {}

    /// The root of the working copy: told by the build, else the folder above that holds `mvnw`.
    public static Path root() {
        var told = System.getProperty("steward.root");
        return told == null || told.isBlank() ? found() : Path.of(told).toAbsolutePath();
    }

    /// The process that ends with the build: Maven, when it has forked this JVM (a shell may stand
    /// between the two); else, in an IDE, this JVM.
    public static ProcessHandle owner() {
        var self = ProcessHandle.current();
        return forkedByMaven() ? nextJavaAbove(self).orElse(self) : self;
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static boolean forkedByMaven() {
        return System.getProperty("surefire.real.class.path") != null
                || System.getProperty("surefire.test.class.path") != null;
    }

    private static Optional<ProcessHandle> nextJavaAbove(ProcessHandle process) {
        return Stream.iterate(
                        process.parent(),
                        Optional::isPresent,
                        parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(ancestor -> ancestor.info().command().filter(Build::isJava).isPresent())
                .findFirst();
    }

    private static boolean isJava(String command) {
        return Path.of(command).getFileName().toString().equals("java");
    }

    private static Path found() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow(
                        () -> new LocalFailure("There is no mvnw in " + here + " or above it."));
    }
}
